import type { Node } from 'prosemirror-model';
import { findQuotedLines } from './quoted-lines.ts';
import { docOfForeignHtml, docOfHtml, rememberDoc } from './rich/doc-of-html.ts';
import { docOfText } from './rich/doc-of-text.ts';
import { dropQuotesInDoc } from './rich/drop-quotes-in-doc.ts';
import { htmlOfDoc } from './rich/html-of-doc.ts';
import { appendToDoc, findInDoc, swapInDoc } from './rich/swap-in-doc.ts';
import { textOfDoc } from './rich/text-of-doc.ts';

/** The words of a letter, in either form. */
export type Words = { readonly text: string; readonly html: string | null };

/** What a document says, in both forms that a letter is kept and sent in. */
export function wordsOfDoc(doc: Node): Words {
  const html = htmlOfDoc(doc);
  rememberDoc(html, doc);
  return { text: textOfDoc(doc), html };
}

/** The same text in the form that the letter has. */
export function inFormOf(words: Words, text: string): Words {
  return words.html === null ? { text, html: null } : wordsOfDoc(docOfText(text));
}

/** What was written elsewhere, in the form that the letter has and with what a letter may hold. */
export function takeWords(letter: Words, { text, html }: Words): Words {
  if (letter.html === null) return toPlain({ text, html });
  const words = html === null ? null : wordsOfDoc(docOfForeignHtml(html));
  // A page of pictures has its words beside it.
  return words === null || words.text.trim() === '' ? toRich({ text, html }) : words;
}

export function toRich({ text }: Words): Words {
  return wordsOfDoc(docOfText(text));
}

export function toPlain({ text }: Words): Words {
  return { text, html: null };
}

/** Whether plain text would say less than the letter does now. */
export function hasForm({ html }: Words): boolean {
  if (html === null) return false;
  let found = false;
  docOfHtml(html).descendants((node) => {
    found ||= node.marks.length > 0 || node.type.name === 'list_item';
  });
  return found;
}

/** Whether these lines stand in the letter as they were put there. */
export function hasLines({ text, html }: Words, lines: string): boolean {
  if (lines.trim() === '') return false;
  return html === null ? text.includes(lines.trim()) : findInDoc(docOfHtml(html), lines) !== null;
}

/** The letter with other lines in the place of those; '' takes them out. As it was where they are not. */
export function swapLines(words: Words, lines: string, next: string): Words {
  if (!hasLines(words, lines)) return words;
  if (words.html !== null) return wordsOfDoc(swapInDoc(docOfHtml(words.html), lines, next));
  const at = words.text.lastIndexOf(lines.trim());
  const before = words.text.slice(0, at);
  const after = words.text.slice(at + lines.trim().length);
  if (next.trim() !== '') return { text: before + next.trim() + after, html: null };
  const gap = after.trim() === '' ? '' : `\n\n${after.trimStart()}`;
  return { text: before.trimEnd() + gap, html: null };
}

/** The letter without a reader's words, wherever they stand; the very same where there are none. */
export function dropQuotes<T extends Words>(words: T, said: string): T {
  if (words.html !== null) {
    const doc = docOfHtml(words.html);
    const left = dropQuotesInDoc(doc, said);
    return left === doc ? words : { ...words, ...wordsOfDoc(left) };
  }
  const lines = words.text.split('\n');
  const isQuoted = findQuotedLines(lines, said);
  if (!isQuoted.includes(true)) return words;
  const own = lines.filter((_line, index) => isQuoted[index] !== true);
  return { ...words, text: own.join('\n').trimEnd() };
}

/** The letter with these lines below it. */
export function appendLines(words: Words, lines: string): Words {
  if (words.html !== null) return wordsOfDoc(appendToDoc(docOfHtml(words.html), lines));
  return { text: words.text + lines, html: null };
}
