const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** RFC 5322 2.2; an mbox's `From ` line may come before. */
const headerLine = /^(?:From |[\x21-\x39\x3b-\x7e]+[ \t]*:|\r?\n|$)/;
const emptyHeader = Buffer.from('\r\n');

/**
 * The raw bytes as the parser wants them. CR-only line ends, which RFC 5322 forbids, become LF. What
 * begins with no header is all body, so that its words are seen.
 */
export function toParseable(raw: Uint8Array): Buffer {
  const bytes = withLineFeeds(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  const start = bytes.toString('latin1', 0, 1000);
  return headerLine.test(start) ? bytes : Buffer.concat([emptyHeader, bytes]);
}

function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.includes(lineFeed) || !bytes.includes(carriageReturn)) return bytes;
  const copy = Buffer.from(bytes);
  let at = copy.indexOf(carriageReturn);
  while (at !== -1) {
    copy[at] = lineFeed;
    at = copy.indexOf(carriageReturn, at + 1);
  }
  return copy;
}
