import type { FormLabel, FormTarget } from '../../../shared/model/registration-form.ts';
import { foldLabel } from './form-labels.ts';

const family = '姓|氏(?!名)|苗字|名字|せい|family|last|sur';
const given = '名(?!前|称)|めい|given|first';
const kana = 'ふりがな|かな|読み|よみ|furigana|kana';
/** As `foldLabel` writes labels. The first that fits. */
const rules: readonly (readonly [RegExp, FormTarget])[] = [
  [/会社|団体|所属|部署|company|organi[sz]ation|affiliation|確認|confirm/, 'custom'],
  [new RegExp(`^(?:${family}).*(?:${kana})|(?:${kana}).*(?:${family})|^せい$`), 'familyKana'],
  [new RegExp(`^(?:${given}).*(?:${kana})|(?:${kana}).*(?:${given})|^めい$`), 'givenKana'],
  [new RegExp(kana), 'kana'],
  [/mail|めーる/, 'email'],
  [/電話|携帯|^tel|phone|mobile/, 'phone'],
  [/郵便番号|〒|postal|postcode|zip/, 'postalCode'],
  [/^国|country/, 'country'],
  [/都道府県|prefecture|state|province/, 'region'],
  [/市区町村|市町村|^city|^town/, 'city'],
  [/番地|丁目|street/, 'street'],
  [/建物|まんしょん|building/, 'building'],
  [/住所|address/, 'address'],
  [/ぷらん|こーす|会員種別|^plan|course|membership/, 'plan'],
  [/備考|要望|こめんと|めっせーじ|質問|comment|note|message|remark/, 'notes'],
  [new RegExp(`^(?:${family})|[(]姓[)]`), 'familyName'],
  [new RegExp(`^(?:${given})|[(]名[)]`), 'givenName'],
  [/名前|氏名|^name|fullname|yourname/, 'name'],
];

const several: readonly FormTarget[] = ['email', 'phone', 'notes', 'custom'];

/** What each label seems to be for; a field that another one fills is not filled again. */
export function proposeTargets(labels: readonly string[]): FormLabel[] {
  const taken = new Map<string, FormLabel>();
  for (const label of labels) {
    const folded = foldLabel(label);
    if (folded === '' || taken.has(folded)) continue;
    const found = rules.find(([form]) => form.test(folded))?.[1] ?? 'custom';
    const isFilled = [...taken.values()].some(({ target }) => target === found);
    const target = isFilled && !several.includes(found) ? 'custom' : found;
    taken.set(folded, { label, target });
  }
  return [...taken.values()];
}
