import { foldText } from '../../../../shared/fold-text.ts';

/**
 * Text for SQLite's FTS5 `ascii` tokenizer, which ends a word at ASCII that is no letter or digit and
 * knows nothing else: the rest of Unicode's word breaking and folding is done here, off the engine's
 * thread (`unicode61` does it there, and takes a run of Japanese for one word besides).
 *
 * A paragraph without Japanese is cut into its words. In one with Japanese, whatever stands between blanks
 * is cut into overlapping pairs of all its characters, signs and Latin letters too: 第3番（ニ長調）is
 * `第3 3番 番（ （ニ ニ長 長調 調） ）`. So any part of it is a pair or a phrase of pairs, and a single
 * character is the beginning of one (hence the last one alone). What is looked for is written by
 * search-match.ts.
 */
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々〆]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const space = /\p{White_Space}/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const asciiOnly = /^[\x00-\x7f]*$/;

/** Characters of one field that are indexed: a long attachment pasted into a body is not worth more. */
const indexedCharacters = 200_000;

const isBlank = 1;
const isWord = 2;
const isCjk = 3;
/** Half of a character outside of the basic plane. */
const isHalf = 4;
const blank = 0x20;

/**
 * Before a pair of ASCII, or one such character alone, which would be words otherwise. No folded text has it: it is
 * a control, of those that FTS5 takes for letters.
 */
export const pairMark = '\u0080';
const markUnit = 0x80;

/** From an ASCII sign, which FTS5 would end a pair at, to its full width, which no folded text has. */
const toFullWidth = 0xfee0;

/** What each UTF-16 unit is. Asked of a table, a mail of 4,000 characters takes 50 µs; of regular expressions, 300. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindOf(character: string): number {
  if (/^[\ud800-\udfff]$/.test(character)) return isHalf;
  if (cjk.test(character)) return isCjk;
  if (wordCharacter.test(character)) return isWord;
  return space.test(character) ? isBlank : 0;
}

/** The words of a text as the index keeps them. */
export function toSearchText(text: string): string {
  const cut = text.length > indexedCharacters ? text.slice(0, indexedCharacters) : text;
  if (asciiOnly.test(cut)) return cut.toLowerCase();
  const folded = foldText(cut);
  const words = wordWriter(folded);
  for (const { start, end, isJapanese } of runsOf(folded)) {
    if (isJapanese) words.addPairs(start, end, true);
    else words.addWords(start, end);
  }
  return words.take();
}

type Run = { readonly start: number; readonly end: number; readonly isJapanese: boolean };

const betweenParagraphs = /\n[^\S\n]*\n/g;

/** What stands between blanks in a folded text, and whether Japanese is in its paragraph. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const { index } of text.matchAll(betweenParagraphs)) {
    addRuns(text, start, index, runs);
    start = index;
  }
  addRuns(text, start, text.length, runs);
  return runs;
}

function addRuns(text: string, start: number, end: number, runs: Run[]): void {
  const isJapanese = hasCjk(text, start, end);
  let from = -1;
  for (let at = start; at <= end; at += 1) {
    if (at < end && kinds[text.charCodeAt(at)] !== isBlank) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      runs.push({ start: from, end: at, isJapanese });
      from = -1;
    }
  }
}

function hasCjk(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === isCjk || (kind === isHalf && kindOfWide(text, at) === isCjk)) return true;
  }
  return false;
}

/** The tokens of a run as pairs; with its last character alone where it ends there. */
export function toPairs(run: string, isWhole: boolean): string[] {
  const words = wordWriter(run);
  words.addPairs(0, run.length, isWhole);
  return tokensOf(words.take());
}

/** The words of a run without Japanese. */
export function toWords(run: string): string[] {
  const words = wordWriter(run);
  words.addWords(0, run.length);
  return readTokens(words.take());
}

/** The tokens that the index has of a text. */
export function toIndexed(text: string): string[] {
  return readTokens(toSearchText(text));
}

/** As FTS5 reads them. */
function readTokens(text: string): string[] {
  return tokensOf(text.replace(/[^a-z0-9\u0080-\u{10ffff}]+/gu, ' '));
}

function tokensOf(text: string): string[] {
  return text.split(' ').filter((token) => token !== '');
}

function isWide(text: string, at: number): boolean {
  return kinds[text.charCodeAt(at)] === isHalf && (text.codePointAt(at) ?? 0) > 0xffff;
}

function kindOfWide(text: string, at: number): number {
  return isWide(text, at) ? kindOf(text.slice(at, at + 2)) : 0;
}

/** Writes into one piece of memory: strings that are put together one by one cost the most of it. */
function wordWriter(text: string) {
  const units = new Uint16Array(text.length * 4 + 2);
  let length = 0;

  const copy = (at: number, end: number): void => {
    for (let from = at; from < end; from += 1) {
      const unit = text.charCodeAt(from);
      units[length++] = unit < 0x80 && kinds[unit] === 0 ? unit + toFullWidth : unit;
    }
  };

  return {
    /** Signs between words become blanks; those of ASCII FTS5 knows by itself. */
    addWords(start: number, end: number): void {
      units[length++] = blank;
      for (let at = start; at < end; at += 1) {
        const unit = text.charCodeAt(at);
        const wide = kinds[unit] === isHalf && isWide(text, at);
        const kind = wide ? kindOfWide(text, at) : kinds[unit];
        const isKept = unit < 0x80 || kind === isWord;
        units[length++] = isKept ? unit : blank;
        if (!wide) continue;
        at += 1;
        units[length++] = isKept ? text.charCodeAt(at) : blank;
      }
    },

    addPairs(start: number, end: number, isWhole: boolean): void {
      for (let at = start; at < end; ) {
        const next = at + (isWide(text, at) ? 2 : 1);
        const after = next < end ? next + (isWide(text, next) ? 2 : 1) : end;
        if (next < end || isWhole) {
          units[length++] = blank;
          if (text.charCodeAt(at) < 0x80 && (next === end || text.charCodeAt(next) < 0x80))
            units[length++] = markUnit;
          copy(at, after);
        }
        at = next;
      }
    },

    take: () => Buffer.from(units.buffer, 0, length * 2).toString('utf16le'),
  };
}
