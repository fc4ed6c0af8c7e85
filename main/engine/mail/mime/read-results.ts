/** Headers are looked at so far, in bytes; what servers add stands on top. */
const lookedAt = 64 * 1024;

/** The Authentication-Results fields of a raw message, topmost first, unfolded (RFC 5322 2.2.3). */
export function readResults(raw: Buffer): string[] {
  const head = raw.subarray(0, lookedAt).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  return head
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => /^authentication-results[ \t]*:/i.test(line))
    .map((line) => line.slice(line.indexOf(':') + 1).trim());
}
