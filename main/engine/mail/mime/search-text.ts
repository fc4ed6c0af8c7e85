/**
 * Text for SQLite's FTS5 `unicode61` tokenizer, which takes a whole run of Japanese as one word.
 * Runs are cut into overlapping pairs, so 東京都 is indexed as `東京 京都 都`: any two characters are
 * then one token, three are a phrase, and a single one is a prefix (hence the last one alone).
 */
const cjkRun = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々〆]+/gu;
const anyCjk =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\uffff]|[\ud840-\ud8bf]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const asciiOnly = /^[\x00-\x7f]*$/;

/** Characters of one field that are indexed: a long attachment pasted into a body is not worth more. */
const indexedCharacters = 200_000;

/** The words of a text as the index keeps them. */
export function toSearchText(text: string): string {
  const cut = text.length > indexedCharacters ? text.slice(0, indexedCharacters) : text;
  if (asciiOnly.test(cut)) return cut.toLowerCase();
  const folded = fold(cut);
  return anyCjk.test(folded) ? folded.replace(cjkRun, (run) => ` ${toPairs(run)} `) : folded;
}

/**
 * What a person typed as an FTS5 MATCH expression: every word must occur, the last one may be the
 * beginning of a word. Null when there is nothing to search for. Never FTS5 syntax of the person's own.
 */
export function toSearchQuery(query: string): string | null {
  const terms: string[] = [];
  for (const word of fold(query.slice(0, 1000)).split(/[^\p{L}\p{N}\p{M}]+/u)) {
    for (const piece of splitScripts(word)) terms.push(toTerm(piece));
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}

type Piece = { readonly text: string; readonly cjk: boolean };

function splitScripts(word: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of word.matchAll(cjkRun)) {
    if (match.index > at) pieces.push({ text: word.slice(at, match.index), cjk: false });
    pieces.push({ text: match[0], cjk: true });
    at = match.index + match[0].length;
  }
  if (at < word.length) pieces.push({ text: word.slice(at), cjk: false });
  return pieces;
}

function toTerm({ text, cjk }: Piece): string {
  if (!cjk) return `"${text}"*`;
  const characters = [...text];
  if (characters.length === 1) return `"${text}"*`;
  const pairs = characters.slice(0, -1).map((first, index) => first + characters[index + 1]);
  return `"${pairs.join(' ')}"`;
}

function toPairs(run: string): string {
  const characters = [...run];
  return characters.map((first, index) => first + (characters[index + 1] ?? '')).join(' ');
}

/** NFKC makes full-width ＡＢＣ and half-width ｶﾅ the same as their usual forms. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
