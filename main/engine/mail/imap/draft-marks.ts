import { createHash } from 'node:crypto';

/** What stands in the head of a copy that Fumibako wrote, on whichever desktop. */
export type DraftMarks = {
  /** Whose reply to what, for the desktop that made it alone. */
  readonly draft: string | null;
  /**
   * The beginning of a digest of what it said when it was written: another program drops this, or it
   * is not true any more.
   */
  readonly words: string | null;
};

/** Of a head that is looked at, in bytes. */
const longestHead = 64 * 1024;

/**
 * Hexadecimal digits. A program may send the marks on to the reader: too few to find out an earlier
 * wording by trying, enough to see that something was changed. No key is shared by the desktops that
 * look at each other's copies.
 */
const wordsLength = 4;

/** Whether a message with these marks still says what it did, by the digest of what it says now. */
export function isAsWritten({ words }: DraftMarks, digest: string): boolean {
  return words !== null && words.length >= wordsLength && digest.startsWith(words);
}

export function readDraftMarks(message: Buffer): DraftMarks {
  return {
    draft: headField(message, 'x-fumibako-draft'),
    words: headField(message, 'x-fumibako-words'),
  };
}

/** One field of a message, or of some lines of its head, as it stands there. */
export function headField(message: Buffer, name: string): string | null {
  const [head = ''] = message
    .subarray(0, longestHead)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  // RFC 5322 2.2.3: a line that begins with a blank goes on with the one before.
  const lines = head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

/** The message with its marks; the bytes behind them stay as they are. */
export function markDraft(raw: Buffer, { draft, words }: DraftMarks): Buffer {
  const lines = [
    draft !== null && `X-Fumibako-Draft: ${draft}\r\n`,
    words !== null && `X-Fumibako-Words: ${words.slice(0, wordsLength)}\r\n`,
  ];
  return Buffer.concat([Buffer.from(lines.filter((line) => line !== false).join('')), raw]);
}

/**
 * A digest of what a text says. Servers and programs encode and fold lines anew (RFC 3676) and draw
 * quotes their own way when they save a draft that nobody changed: only words and paragraphs count.
 */
export function digestOfWords(text: string): string {
  const words = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s>]+/g, ''))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ''))
    .join('\n')
    .trim();
  return createHash('sha256').update(words).digest('hex');
}
