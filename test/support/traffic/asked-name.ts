/** The one name that a DNS message asks for, in small letters; null when it is no plain look-up. */
export function askedName(message: Buffer): string | null {
  // RFC 1035 4.1.1: a standard query of one question, or the answer to it.
  if (message.length < 12 || (message.readUInt8(2) & 0x78) !== 0) return null;
  if (message.readUInt16BE(4) !== 1) return null;
  const labels: string[] = [];
  for (let at = 12; at < message.length; ) {
    const length = message.readUInt8(at);
    if (length === 0) return labels.join('.').toLowerCase();
    if (length > 63) return null;
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return null;
}
