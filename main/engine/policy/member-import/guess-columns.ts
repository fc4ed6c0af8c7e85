import {
  type ImportField,
  repeatableFields,
  splitFields,
} from '../../../../shared/model/member-import.ts';

/** What columns are called elsewhere, as `plain` writes them. */
const names: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  key: ['memberno', 'membernumber', 'memberid', '会員番号', '会員no', '会員id'],
  familyName: ['familyname', 'lastname', 'surname', 'last', '姓', '苗字', '名字', '氏'],
  givenName: ['givenname', 'firstname', 'forename', 'first', '名', '名前名'],
  familyKana: [
    ...['furiganaofthefamilyname', 'familynamekana', 'lastnamekana', 'familykana'],
    ...['姓かな', '姓カナ', '姓ふりがな', '姓フリガナ', '姓のふりがな', 'せい', 'セイ'],
  ],
  givenKana: [
    ...['furiganaofthegivenname', 'givennamekana', 'firstnamekana', 'givenkana'],
    ...['名かな', '名カナ', '名ふりがな', '名フリガナ', '名のふりがな', 'めい', 'メイ'],
  ],
  nameFamilyFirst: ['氏名', '名前', 'お名前', '姓名', '会員名', '会員氏名', 'ご氏名'],
  nameGivenFirst: ['name', 'fullname', 'membername', 'yourname'],
  fullKana: [
    ...[
      'フリガナ',
      'ふりがな',
      'カナ',
      'かな',
      '氏名カナ',
      '氏名かな',
      '氏名フリガナ',
      '氏名ふりがな',
    ],
    ...['カナ氏名', 'お名前カナ', '名前カナ', 'furigana', 'namekana', 'fullnamekana'],
  ],
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'メール', 'メールアドレス', 'eメール'],
  phone: [
    ...['phone', 'telephone', 'tel', 'phonenumber', 'mobile', 'cell', 'mobilephone'],
    ...['電話', '電話番号', '携帯', '携帯電話', '携帯番号', '携帯電話番号'],
  ],
  postalCode: ['postalcode', 'postcode', 'zip', 'zipcode', '郵便番号', '〒'],
  country: ['country', 'countryorregion', '国', '国名', '国・地域'],
  region: ['prefecture', 'state', 'province', 'region', 'county', '都道府県', '県', '州'],
  city: ['city', 'town', 'cityortown', '市区町村', '市町村', '市区郡'],
  street: [
    ...['street', 'address', 'address1', 'addressline1', 'streetaddress', 'streetandnumber'],
    ...['住所', '住所1', '番地', '町名・番地', '町名番地', '町域'],
  ],
  building: [
    ...['building', 'address2', 'addressline2', 'apartment', 'buildingfloorroom'],
    ...['建物', '建物名', '住所2', 'マンション名', '建物名・部屋番号', '部屋番号'],
  ],
  status: ['status', '状態', 'ステータス', '会員状態'],
  nameOrder: ['nameorder', '姓名の順序', '氏名順'],
  honorific: ['honorific', 'title', 'formofaddress', '敬称'],
  language: ['language', 'lang', '言語', '使用言語'],
  plan: ['plan', 'プラン', 'コース', '会員種別'],
  notes: ['notes', 'note', 'memo', 'comment', 'remarks', 'メモ', '備考'],
  consentVersion: ['consentversion', 'versionofthetext', '同意文書の版', '同意版', '文書の版'],
  consentDate: ['consentdate', 'dateofconsent', '同意日', '同意した日'],
  consentSource: ['consentsource', 'howitisknown', '同意方法', '同意の確認方法', '確認の方法'],
  tailoring: ['tailoring', 'tailoredcontent', '個別最適化', 'コンテンツの個別最適化'],
};

const known = new Map(
  Object.entries(names).flatMap(([field, all]) =>
    all.map((name) => [plain(name), field as ImportField]),
  ),
);

/** Without what makes the same name look different: width, case, blanks, and signs between words. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.()[\]{}:：/\-‐]/g, '');
}

/** What each column most likely is, by its name in English or Japanese; the rest is ignored. */
export function guessColumns(header: readonly string[]): ImportField[] {
  const taken = new Set<ImportField>();
  return header.map((name) => {
    const key = plain(name);
    // `Email 2`, `電話番号2`.
    const field = known.get(key) ?? known.get(key.replace(/\d$/, '')) ?? 'ignore';
    if (repeatableFields.has(field)) return field;
    // A second column of the same name is for a person to decide about.
    const fields = splitFields[field] ?? [field];
    if (fields.some((one) => taken.has(one))) return 'ignore';
    for (const one of fields) taken.add(one);
    return field;
  });
}
