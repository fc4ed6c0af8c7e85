import { foldText } from '../../../../shared/fold-text.ts';

/**
 * Text for SQLite's FTS5 `ascii` tokenizer, which ends a word at ASCII that is no letter or digit and
 * knows nothing else: the rest of Unicode's word breaking and folding is done here, off the engine's
 * thread (`unicode61` does it there, and takes a run of Japanese for one word besides).
 *
 * Runs of Japanese are cut into overlapping pairs, so 東京都 is indexed as `東京 京都 都`: any two
 * characters are then one token, three are a phrase, and a single one is a prefix (hence the last
 * one alone).
 */
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々〆]/u;
const cjkRun = new RegExp(`${cjk.source}+`, 'gu');
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const betweenWords = /[^\p{L}\p{N}\p{M}]+/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const asciiOnly = /^[\x00-\x7f]*$/;

/** Characters of one field that are indexed: a long attachment pasted into a body is not worth more. */
const indexedCharacters = 200_000;

const inWord = 1;
const inCjk = 2;
const blank = 0x20;

/** What each UTF-16 unit is. Asked of a table, a mail of 4,000 characters takes 50 µs; of regular expressions, 300. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindOf(character: string): number {
  if (cjk.test(character)) return inCjk;
  return wordCharacter.test(character) ? inWord : 0;
}

/** The words of a text as the index keeps them. */
export function toSearchText(text: string): string {
  const cut = text.length > indexedCharacters ? text.slice(0, indexedCharacters) : text;
  return asciiOnly.test(cut) ? cut.toLowerCase() : toPairs(foldText(cut));
}

/** Characters between words become blanks, and runs of Japanese pairs. */
function toPairs(text: string): string {
  const units = new Uint16Array(text.length * 3 + 1);
  let length = 0;
  let inRun = false;
  const copy = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) units[length++] = text.charCodeAt(at);
  };
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) ?? blank;
    const isWide = point > 0xffff;
    const end = isWide ? at + 2 : at + 1;
    const kind = isWide ? kindOf(text.slice(at, end)) : kinds[point];
    if (kind === inCjk && inRun) copy(at, end);
    if (kind === inCjk || inRun) units[length++] = blank;
    if (kind === 0) units[length++] = blank;
    else copy(at, end);
    inRun = kind === inCjk;
    at = end;
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

/**
 * What a person typed as an FTS5 MATCH expression: every word must occur, the last one may be the
 * beginning of a word. Null when there is nothing to search for. Never FTS5 syntax of the person's own.
 */
export function toSearchQuery(query: string): string | null {
  const terms: string[] = [];
  for (const word of foldText(query.slice(0, 1000)).split(betweenWords)) {
    for (const piece of splitScripts(word)) terms.push(toTerm(piece));
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}

type Piece = { readonly text: string; readonly isCjk: boolean };

function splitScripts(word: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of word.matchAll(cjkRun)) {
    if (match.index > at) pieces.push({ text: word.slice(at, match.index), isCjk: false });
    pieces.push({ text: match[0], isCjk: true });
    at = match.index + match[0].length;
  }
  if (at < word.length) pieces.push({ text: word.slice(at), isCjk: false });
  return pieces;
}

function toTerm({ text, isCjk }: Piece): string {
  if (!isCjk) return `"${text}"*`;
  const characters = [...text];
  if (characters.length === 1) return `"${text}"*`;
  const pairs = characters.slice(0, -1).map((first, index) => first + characters[index + 1]);
  return `"${pairs.join(' ')}"`;
}
