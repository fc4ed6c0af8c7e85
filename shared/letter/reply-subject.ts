/** "Re: " once, whatever the reader's program calls it. On one line: a header holds no other (RFC 5322 2.2). */
export function replySubject(subject: string): string {
  return `Re: ${bareSubject(subject)}`.trimEnd();
}

/** Without reply marks. */
export function bareSubject(subject: string): string {
  return oneLine(subject).replace(/^(?:(?:re|返信)(?:\[\d{1,3}\])?\s*[:：]\s*)+/i, '');
}

/** "Fwd: " once, likewise. */
export function forwardSubject(subject: string): string {
  const bare = oneLine(subject).replace(/^(?:(?:fwd?|転送)\s*[:：]\s*)+/i, '');
  return `Fwd: ${bare}`.trimEnd();
}

/** Without the signs that would start another header. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header must hold none (RFC 5322 2.2)
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
