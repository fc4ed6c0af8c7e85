/** The subject that the reply gets: "Re: " once, as the engine writes it (compose-letter.ts). */
export function replySubject(subject: string): string {
  return `Re: ${bareSubject(subject)}`.trimEnd();
}

/** Without reply marks. */
export function bareSubject(subject: string): string {
  return subject.trim().replace(/^(?:(?:re|返信)(?:\[\d{1,3}\])?\s*[:：]\s*)+/i, '');
}
