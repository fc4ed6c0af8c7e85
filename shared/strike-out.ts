import { piecesOfHtml, signsOf } from './html-words.ts';
import type { LetterContent } from './model/letter-content.ts';

/** What stands where something was struck out: plain in every language. */
export const struck = '[…]';

/** The letter without these words, wherever they stand, in its text and in its HTML. */
export function strikeOut(
  content: LetterContent,
  words: string,
): Pick<LetterContent, 'text' | 'html'> {
  if (words === '') return { text: content.text, html: content.html };
  return {
    text: content.text.replaceAll(words, struck),
    html: content.html === null ? null : strikeOutOfHtml(content.html, words),
  };
}

/** Also where tags stand between the letters, and out of the links that lead there. */
function strikeOutOfHtml(html: string, words: string): string {
  const signs = piecesOfHtml(html).flatMap(({ html: piece, isTag }) =>
    isTag ? [{ html: withoutTarget(piece, words), text: '' }] : signsOf(piece),
  );
  // Where each character of the words comes from: a reference may stand for none, or for two units.
  const origin = signs.flatMap(({ text }, index) => Array<number>(text.length).fill(index));
  const shown = signs.map(({ text }) => text).join('');
  for (let at = shown.indexOf(words); at !== -1; at = shown.indexOf(words, at + words.length)) {
    const first = origin[at] ?? 0;
    const last = origin[at + words.length - 1] ?? first;
    signs.slice(first, last + 1).forEach((sign, index) => {
      // The tags stay, or what is open would not be closed.
      if (sign.text !== '') sign.html = index === 0 ? struck : '';
    });
  }
  return signs.map((sign) => sign.html).join('');
}

function withoutTarget(tag: string, words: string): string {
  return tag.toLowerCase().includes(words.toLowerCase())
    ? tag.replace(/\s(?:href|title)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    : tag;
}
