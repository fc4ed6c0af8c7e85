import newAndOldForms from 'opencc-js/dict/JPShinjitaiCharacters';
import { foldKana } from '../../../shared/fold-kana.ts';

/**
 * Forms that names have and the reform of 1946 does not explain: what registers and other programs
 * have for one another. The first stands for all. 斉 and 斎 are two characters, and yet people write
 * both for one name. Put together for this project.
 */
const formsInNames = [
  ...['高髙', '崎﨑嵜碕', '辺邉邊', '斎齋斉齊', '浜濵濱', '島嶋嶌', '峰峯', '富冨', '吉𠮷', '桑桒'],
  ...['柳栁', '館舘', '土圡', '角⻆', '郎郞', '郷鄕鄉', '渕淵渊', '藪薮', '籠篭', '昇曻', '船舩'],
  ...['壺壷', '国囯國', '熙煕凞熈', '彦彥', '聡聰', '青靑', '清淸', '昂昻', '教敎', '戸戶', '呉吳'],
  ...[
    '内內',
    '松枩柗',
    '杉椙',
    '梅楳',
    '秋穐秌',
    '野埜',
    '留畄',
    '橋𣘺',
    '鶴靏靍鸖',
    '緑綠',
    '歩步',
  ],
  ...['鉄鐵銕', '鶯鴬', '蠣蛎', '櫟檪', '徳悳', '亀龜', '凛凜', '顔顏', '桧檜', '曽曾'],
  // Small and large in 竜ヶ崎 and 竜ケ崎, as `foldKana` leaves them.
  'けゖ',
] as const;

/** From each form to the one that stands for all of its kind. */
export const nameForms: ReadonlyMap<string, string> = readForms();

function readForms(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const add = ([first = '', ...others]: readonly string[]) => {
    for (const other of others) forms.set(other, forms.get(first) ?? first);
  };
  for (const together of formsInNames) add([...together]);
  for (const line of newAndOldForms.split('|')) {
    const [first = '', ...others] = line.split(' ');
    add([first, ...others.filter((other) => !forms.has(other) && forms.get(first) !== other)]);
  }
  return forms;
}

const ideograph = /[\u2e80-\u2eff\u3400-\u9fff\uf900-\ufaff\u3096]|[\u{20000}-\u{3ffff}]/gu;
/** They choose between drawings of one character (Unicode Technical Standard 37). */
const variationSelector = /[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** As `foldKana`, and old and new kanji as one besides: 髙橋 and 高橋, 渡邊 and 渡辺. */
export function foldName(name: string): string {
  return foldKana(name)
    .replace(variationSelector, '')
    .replace(ideograph, (character) => nameForms.get(character) ?? character);
}
