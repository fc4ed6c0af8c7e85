import type { MemberRecord } from '../../../shared/model/member.ts';
import { makeAddress, makeEmail, makeMobile } from './contacts.ts';
import { japaneseFamilies } from './name-lists.ts';
import type { Random } from './random.ts';

/** A name as it may be written; the first is the usual one. */
export type GivenName = { readonly ways: readonly string[]; readonly kana: string };

/** Who registers, and what they may write in another form the next time. */
export type Registrant = {
  readonly record: MemberRecord;
  readonly family: GivenName;
  readonly given: GivenName;
};

/** Another record of somebody who is there already: each difference by chance, for itself. */
export function registerAgain(random: Random, { record, family, given }: Registrant): MemberRecord {
  let again: MemberRecord = {
    ...record,
    familyName: writeName(random, record.familyName, family),
    givenName: writeName(random, record.givenName, given),
    status: 'new',
  };
  if (random.chance(0.12)) again = { ...again, familyKana: '', givenKana: '' };
  if (random.chance(0.1)) again = inKana(again, random.chance(0.5) ? toHalfWidth : toKatakana);
  else if (random.chance(0.06)) again = inLatin(again);
  if (random.chance(0.06)) again = swapped(again);
  if (random.chance(0.06)) again = withSlip(random, again);
  if (random.chance(0.02)) again = married(random, again);
  if (random.chance(0.15)) again = { ...again, addresses: [makeAddress(random)] };
  else if (random.chance(0.3)) again = { ...again, addresses: again.addresses.map(inWords) };
  if (random.chance(0.25)) again = { ...again, emails: [makeEmail(random)] };
  if (random.chance(0.2)) again = { ...again, phones: [makeMobile(random)] };
  if (random.chance(0.08)) again = { ...again, emails: [] };
  if (random.chance(0.12)) again = { ...again, phones: [] };
  if (random.chance(0.08)) again = { ...again, addresses: [] };
  return again;
}

function writeName(random: Random, now: string, { ways }: GivenName): string {
  return random.chance(0.5) ? now : random.pick(ways);
}

function inKana(record: MemberRecord, write: (kana: string) => string): MemberRecord {
  const { familyKana, givenKana } = record;
  if (familyKana === '') return record;
  return {
    ...record,
    familyName: write(familyKana),
    givenName: write(givenKana),
    familyKana: '',
    givenKana: '',
  };
}

function toKatakana(hiragana: string): string {
  return hiragana.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

const halfWidth = new Map(
  [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯ'].map((half) => [
    half.normalize('NFKC'),
    half,
  ]),
);

function toHalfWidth(hiragana: string): string {
  const apart = toKatakana(hiragana).normalize('NFD');
  return [...apart]
    .map((kana) => halfWidth.get(kana) ?? { '\u3099': 'ﾞ', '\u309a': 'ﾟ' }[kana] ?? kana)
    .join('');
}

const vowels = ['a', 'i', 'u', 'e', 'o'];
const rows = [
  ['あいうえお', ''],
  ['かきくけこ', 'k'],
  ['さしすせそ', 's'],
  ['たちつてと', 't'],
  ['なにぬねの', 'n'],
  ['はひふへほ', 'h'],
  ['まみむめも', 'm'],
  ['らりるれろ', 'r'],
  ['がぎぐげご', 'g'],
  ['ざじずぜぞ', 'z'],
  ['だぢづでど', 'd'],
  ['ばびぶべぼ', 'b'],
] as const;
const irregular: Readonly<Record<string, string>> = {
  ...{ し: 'shi', ち: 'chi', つ: 'tsu', ふ: 'fu', じ: 'ji', づ: 'zu', ん: 'n', や: 'ya', ゆ: 'yu' },
  ...{ よ: 'yo', わ: 'wa', しょ: 'sho', りょ: 'ryo', きょ: 'kyo', じゅ: 'ju', りゅ: 'ryu' },
};

/** As a passport has it: 大野 裕子 is Ono Yuko. */
function toLatin(hiragana: string): string {
  let latin = '';
  for (let at = 0; at < hiragana.length; at += 1) {
    const two = irregular[hiragana.slice(at, at + 2)];
    if (two !== undefined && hiragana.length > at + 1) {
      latin += two;
      at += 1;
      continue;
    }
    const one = hiragana.charAt(at);
    const row = rows.find(([kana]) => kana.includes(one));
    if (one === 'っ') latin += toLatin(hiragana.charAt(at + 1)).charAt(0);
    else latin += irregular[one] ?? (row ? row[1] + vowels[row[0].indexOf(one)] : '');
  }
  const short = latin.replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function inLatin(record: MemberRecord): MemberRecord {
  const { familyKana, givenKana } = record;
  if (familyKana === '') return record;
  const names = { familyName: toLatin(familyKana), givenName: toLatin(givenKana) };
  return { ...record, ...names, familyKana: '', givenKana: '', nameOrder: 'given-first' };
}

function swapped(record: MemberRecord): MemberRecord {
  return {
    ...record,
    familyName: record.givenName,
    givenName: record.familyName,
    familyKana: record.givenKana,
    givenKana: record.familyKana,
  };
}

/** A key missed or struck twice, in the furigana or in a name of letters. */
function withSlip(random: Random, record: MemberRecord): MemberRecord {
  const field = random.pick(
    record.givenKana === ''
      ? (['familyName', 'givenName'] as const)
      : (['familyKana', 'givenKana'] as const),
  );
  const text = record[field];
  if (text.length < 3) return record;
  const at = 1 + random.below(text.length - 1);
  const slipped = random.chance(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text.charAt(at - 1) + text.slice(at);
  return { ...record, [field]: slipped };
}

function married(random: Random, record: MemberRecord): MemberRecord {
  const [familyName = '', familyKana = ''] = random.pickCommon(japaneseFamilies).split(/\|\S+ | /);
  if (record.familyKana === '') return record;
  return { ...record, familyName, familyKana };
}

/** 1-2-3 is also 1丁目2番3号, with the house left out. */
function inWords(address: MemberRecord['addresses'][number]): MemberRecord['addresses'][number] {
  const street = address.street.replace(/(\d+)-(\d+)-(\d+)$/, '$1丁目$2番$3号');
  return { ...address, street, building: '' };
}
