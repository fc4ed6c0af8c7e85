import type { LetterContent } from './model/letter-content.ts';

/** What only a letter about a registration fills in: the fields to be corrected, a line each, and why. */
export const registrationVariables = ['fields', 'reason'] as const;

export const cannedVariables = [
  ...(['reader', 'subject', 'section', 'date', 'staff'] as const),
  ...registrationVariables,
] as const;
export type CannedVariable = (typeof cannedVariables)[number];

/** '' for what is not known: its place stays open. */
export type CannedValues = Readonly<Record<CannedVariable, string>>;

/** A part of a canned reply: words, or a variable with its value; null for one without any. */
export type CannedPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string | null };

/** `{{name}}`: a word or two in any script. What templates of code hold besides is no name. */
const marker = /\{\{\s*([\p{L}_][\p{L}\p{N}_ .-]{0,39}?)\s*\}\}/gu;

export function isCannedVariable(name: string): name is CannedVariable {
  return (cannedVariables as readonly string[]).includes(name);
}

/** The parts of a text in their order. A value is taken as it is: braces in it name no variable. */
export function cannedPieces(text: string, values: CannedValues): readonly CannedPiece[] {
  const pieces: CannedPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(marker)) {
    if (match.index > at) pieces.push({ kind: 'words', text: text.slice(at, match.index) });
    const name = (match[1] ?? '').toLowerCase();
    const value = isCannedVariable(name) ? cannedValue(name, values) : '';
    pieces.push({ kind: 'variable', name, value: value === '' ? null : value });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'words', text: text.slice(at) });
  return pieces;
}

/** A canned reply as it goes into a letter: what has no value stays, in braces, and stops the send. */
export function fillCanned(text: string, values: CannedValues): string {
  return cannedPieces(text, values)
    .map((piece) => (piece.kind === 'words' ? piece.text : (piece.value ?? markerOf(piece.name))))
    .join('');
}

/** Whether a text asks for a variable. */
export function usesVariable(text: string, variable: CannedVariable): boolean {
  return [...text.matchAll(marker)].some(([, name]) => name?.toLowerCase() === variable);
}

export function markerOf(name: string): string {
  return `{{${name}}}`;
}

/**
 * What looks like an unfilled variable in a letter, each once, as it stands there. Quoted lines are
 * another's words and do not count. Code that staff type may look the same: they can say that it is
 * meant so, letter by letter, and then it goes.
 */
export function unfilledIn({ text, html }: Pick<LetterContent, 'text' | 'html'>): string[] {
  const places = unfilledPlaces(text).map(({ words }) => words);
  const rich = html?.includes('{{') ? ownWordsOf(html).match(marker) : null;
  return [...new Set([...places, ...(rich ?? [])])];
}

/** Where they are in the plain text, in order. */
export function unfilledPlaces(text: string): { readonly at: number; readonly words: string }[] {
  // Asked at each key, perhaps above a history of megabytes.
  if (!text.includes('{{')) return [];
  return [...text.matchAll(marker)]
    .filter(({ index }) => text[text.lastIndexOf('\n', index - 1) + 1] !== '>')
    .map(({ index, 0: words }) => ({ at: index, words }));
}

/** The words of a rich letter outside of what it quotes. */
function ownWordsOf(html: string): string {
  let depth = 0;
  let own = '';
  for (const piece of html.split(/(<\/?blockquote\b[^>]*>)/i)) {
    if (/^<blockquote\b/i.test(piece)) depth += 1;
    else if (/^<\/blockquote\b/i.test(piece)) depth = Math.max(0, depth - 1);
    else if (depth === 0) own += piece;
  }
  return own.replace(/<[^>]*>/g, '');
}

function cannedValue(name: CannedVariable, values: CannedValues): string {
  return name === 'fields' ? values.fields.trim() : oneLine(values[name]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
