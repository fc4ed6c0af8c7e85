/** What a message is marked with (RFC 9051 2.3.2). */
export type MessageFlags = {
  readonly seen: boolean;
  readonly answered: boolean;
  readonly flagged: boolean;
  /** All the others, keywords too, in order, a blank between them. \Recent is a session's own. */
  readonly otherFlags: string;
};

const known: ReadonlySet<string> = new Set(['\\Seen', '\\Answered', '\\Flagged', '\\Recent']);

export function readFlags(flags: ReadonlySet<string> | undefined): MessageFlags {
  const all = flags ?? new Set<string>();
  return {
    seen: all.has('\\Seen'),
    answered: all.has('\\Answered'),
    flagged: all.has('\\Flagged'),
    otherFlags: [...all]
      .filter((flag) => !known.has(flag))
      .sort()
      .join(' '),
  };
}
