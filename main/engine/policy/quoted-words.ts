import { wordsOfHtml } from '../../../shared/html-words.ts';
import type { LetterKind } from '../../../shared/model/draft.ts';
import type { LetterDisclosure } from '../../../shared/model/letter-check.ts';

/** Shorter lines of an HTML text say nothing about whose they are. Characters. */
const tellingLine = 12;

/** A message's text without what it quotes itself. */
export function ownWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isQuote(line))
    .join('\n');
}

/** Whose words a letter repeats: those that its reader wrote, or others from the mail before. */
export function quotedWords(
  letter: { readonly kind: LetterKind; readonly text: string; readonly html: string | null },
  answeredText: string,
): LetterDisclosure['quotes'] {
  const own = ownWords(answeredText);
  const ownLines = new Set(own.split('\n').map(squeeze));
  const ownText = squeeze(own);
  const isReaders = (line: string) => ownLines.has(line) || ownText.includes(line);
  const marked = letter.text.split('\n').filter(isQuote).map(squeeze).filter(Boolean);
  // A forward repeats without marks, and so may HTML.
  const unmarked = [
    ...(letter.kind === 'forward' ? letter.text.split('\n').filter((line) => !isQuote(line)) : []),
    ...(letter.html?.includes('<blockquote') ? wordsOfHtml(letter.html).split('\n') : []),
  ]
    .map(squeeze)
    .filter((line) => line.length >= tellingLine);
  return {
    reader: marked.some(isReaders) || unmarked.some((line) => ownLines.has(line)),
    others: !marked.every(isReaders),
  };
}

function isQuote(line: string): boolean {
  return /^\s{0,2}[>＞]/.test(line);
}

function squeeze(line: string): string {
  return line.replace(/^[\s>＞]+/, '').replace(/\s+/g, '');
}
