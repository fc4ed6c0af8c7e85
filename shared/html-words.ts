/** A piece of an HTML text: a tag or a comment, or words between them. */
type Piece = { readonly html: string; readonly isTag: boolean };

const blocks =
  /^<\/?(?:address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)\b/i;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  hyphen: '-',
  dash: '-',
  ndash: '–',
  shy: '',
};

/** The words of an HTML text, a line for each of its blocks. Tags that stand inside a word leave it whole. */
export function wordsOfHtml(html: string): string {
  return piecesOfHtml(html)
    .map(({ html: piece, isTag }) => (isTag ? (blocks.test(piece) ? '\n' : '') : decode(piece)))
    .join('');
}

/** In the order in which they stand; joined they are the text again. */
export function piecesOfHtml(html: string): readonly Piece[] {
  return html
    .split(/(<!--[\s\S]*?-->|<[a-z/!?][^>]*>)/i)
    .flatMap((piece, index) => (piece === '' ? [] : [{ html: piece, isTag: index % 2 === 1 }]));
}

/** Signs and references, each with what it stands for: what is taken out is taken out whole. */
export function signsOf(words: string): { html: string; readonly text: string }[] {
  return (words.match(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|[\s\S]/giu) ?? []).map((html) => ({
    html,
    text: meaningOf(html),
  }));
}

function decode(words: string): string {
  return words.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, meaningOf);
}

function meaningOf(sign: string): string {
  if (!sign.startsWith('&') || sign.length < 3) return sign;
  const name = sign.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return named[name] ?? sign;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : sign;
}
