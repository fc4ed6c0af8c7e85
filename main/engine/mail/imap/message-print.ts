import { createHash } from 'node:crypto';
import { constants, inflateRawSync } from 'node:zlib';

/** Of the text, in bytes. */
export const printedText = 512;

/** What is asked of a head: every delivery has lines of its own (RFC 5321 4.4). */
export const printedFields = ['message-id', 'received'] as const;

/** Bytes of a deflated message that hold its head and the beginning of its text, as a rule. */
const deflatedBeginning = 64 * 1024;

/**
 * A digest of what tells two messages with one Message-ID apart without all of their bytes. `fields` are
 * the lines of `printedFields` in the order in which they stand in the head.
 */
export function printOf(fields: Buffer, text: Buffer): string {
  return createHash('sha256')
    .update(fields.toString('latin1').trim())
    .update('\0')
    .update(text.subarray(0, printedText))
    .digest('hex');
}

/** The beginning of a message that is here, as raw deflate: its head at least, as a rule. */
export function beginningOf(deflated: Buffer): Buffer {
  return inflateRawSync(deflated.subarray(0, deflatedBeginning), {
    // The end is cut off.
    finishFlush: constants.Z_SYNC_FLUSH,
  });
}

/** `printOf` of a message that is here, as raw deflate. */
export function printOfDeflated(deflated: Buffer): string {
  const beginning = beginningOf(deflated);
  const end = beginning.indexOf('\r\n\r\n');
  const head = beginning.subarray(0, end === -1 ? beginning.length : end).toString('latin1');
  const fields = head
    .split(/\r\n(?![ \t])/)
    .filter((line) => printedFields.some((name) => line.toLowerCase().startsWith(`${name}:`)));
  const text = end === -1 ? Buffer.alloc(0) : beginning.subarray(end + 4);
  return printOf(Buffer.from(fields.join('\r\n'), 'latin1'), text);
}
