export type MailLink = {
  readonly url: string;
  /** What the mail wrote on the link. */
  readonly words: string;
};

export type LinkWords = {
  /** Remembers the links of a mail that is on screen; the answer forgets them again. */
  readonly announce: (links: readonly MailLink[]) => () => void;
  /** What every link to this address says, in all mails on screen. */
  readonly of: (url: string) => readonly string[];
};

/**
 * What is written on the links of the mails on screen. A frame tells which address was followed,
 * never which of several links to it: all of their words are kept, or a second link could hide
 * what the first one claims.
 */
export function createLinkWords(): LinkWords {
  const announced = new Set<readonly MailLink[]>();
  return {
    announce(links) {
      // An announcement of its own, even when the same list is announced twice.
      const own = [...links];
      announced.add(own);
      return () => {
        announced.delete(own);
      };
    },
    of: (url) => [
      ...new Set(
        [...announced].flatMap((links) =>
          links.filter((link) => link.url === url).map(({ words }) => words),
        ),
      ),
    ],
  };
}
