/** The subject that the reply gets: "Re: " once, as the engine writes it (compose-letter.ts). */
export function replySubject(subject: string): string {
  const bare = subject.trim().replace(/^(?:(?:re|返信)(?:\[\d{1,3}\])?\s*[:：]\s*)+/i, '');
  return `Re: ${bare}`.trimEnd();
}

/** "Fwd: " once, likewise. */
export function forwardSubject(subject: string): string {
  const bare = subject.trim().replace(/^(?:(?:fwd?|転送)\s*[:：]\s*)+/i, '');
  return `Fwd: ${bare}`.trimEnd();
}
