import type { NamePart, Person } from './person.ts';

/** How far two names are those of one person. */
export type NameLikeness =
  | 'same'
  /** The same but for old and new kanji. */
  | 'kanji'
  /** Family name and given name have changed places. */
  | 'swapped'
  /** Written in kana or Latin letters in one of the two, and sounding the same. */
  | 'sound'
  /** Other kanji that are read the same: a slip of an input method, or another person. */
  | 'reading'
  /** One half is the same and the other one typing mistake away. */
  | 'close'
  /** Another family name: people marry. */
  | 'given'
  | 'unknown'
  | 'other';

/** Shorter names are within a mistake of each other by chance. Letters. */
const telling = 5;

export function compareNames(one: Person, other: Person): NameLikeness {
  const written = (part: Person) => part.family.written + part.given.written;
  if (one.typed === other.typed && one.typed !== '') return 'same';
  if (written(one) === written(other)) return 'kanji';
  const isSwapped = isOne(one.family, other.given) && isOne(one.given, other.family);
  if (isSwapped || one.given.written + one.family.written === written(other)) return 'swapped';
  const isFamily = isOne(one.family, other.family);
  const isGiven = isOne(one.given, other.given);
  const isOtherKanji =
    hasOtherKanji(one.family, other.family) || hasOtherKanji(one.given, other.given);
  if (isFamily && isGiven) return isOtherKanji ? 'reading' : 'sound';
  if (isFamily && isClose(one.given, other.given)) return 'close';
  if (isGiven && isClose(one.family, other.family)) return 'close';
  if (isGiven) return 'given';
  const hasHalf = [one, other].some(
    ({ family, given }) => family.written === '' || given.written === '',
  );
  return hasHalf && isFamily ? 'unknown' : 'other';
}

function isOne(part: NamePart, like: NamePart): boolean {
  if (part.written !== '' && part.written === like.written) return true;
  return part.sound !== '' && part.sound === like.sound;
}

function hasOtherKanji(part: NamePart, like: NamePart): boolean {
  return part.written !== like.written && [part, like].every(({ written }) => kanji.test(written));
}

const kanji = /\p{sc=Han}/u;

/** A kana or a letter left out, put in or struck twice, or exchanged; voiced marks left out. */
function isClose(part: NamePart, like: NamePart): boolean {
  const [short, long] =
    part.sound.length <= like.sound.length ? [part.sound, like.sound] : [like.sound, part.sound];
  if (short === '') return false;
  if (unvoiced(short) === unvoiced(long)) return true;
  if (short.length < telling) return false;
  const isLatin = [part, like].every(({ written }) => /^[a-z]/.test(written));
  return isOneSlipApart(short, long, isLatin);
}

function unvoiced(sound: string): string {
  const marks: Readonly<Record<string, string>> = { g: 'k', z: 's', d: 't', b: 'h', p: 'h' };
  return sound.replace(/j/g, 'sh').replace(/[gzdbp]/g, (letter) => marks[letter] ?? letter);
}

/** Not one letter for another: 健 (takeshi) and 隆 (takashi) are brothers. */
function isOneSlipApart(short: string, long: string, isLatin: boolean): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const missing = long.slice(at, at + long.length - short.length);
  if (missing === '') return isExchanged(short, long, at);
  if (missing.length > longestKana || short.slice(at) !== long.slice(at + missing.length))
    return false;
  // 和夫 (kazuo) and 和子 (kazuko) are no slip apart in kana, nor 美智 (michi) and 美智子 (michiko).
  if (missing.length === 1) return isLatin || /[aiueon]/.test(missing);
  return at < short.length || short.endsWith(missing);
}

/** Letters that a kana has at most: `shi`. */
const longestKana = 3;

function isExchanged(one: string, other: string, at: number): boolean {
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
