import type { MessageId } from '../../../shared/ids.ts';

export type MailLink = {
  readonly url: string;
  /** What the mail wrote on the link. */
  readonly words: string;
};

export type LinkWords = {
  /** Remembers the links of a mail that is on screen; the answer forgets them again. */
  readonly announce: (messageId: MessageId, links: readonly MailLink[]) => () => void;
  /** What every link to this address says, in all mails on screen. */
  readonly of: (url: string) => readonly string[];
  /** The mail on screen that has such a link, the newest of several; null when none has. */
  readonly messageOf: (url: string) => MessageId | null;
};

/**
 * What is written on the links of the mails on screen. A frame tells which address was followed,
 * never which of several links to it: all of their words are kept, or a second link could hide
 * what the first one claims.
 */
export function createLinkWords(): LinkWords {
  const announced = new Set<{ messageId: MessageId; links: readonly MailLink[] }>();
  return {
    announce(messageId, links) {
      // An announcement of its own, even when the same list is announced twice.
      const own = { messageId, links };
      announced.add(own);
      return () => {
        announced.delete(own);
      };
    },
    of: (url) => [
      ...new Set(
        [...announced].flatMap(({ links }) =>
          links.filter((link) => link.url === url).map(({ words }) => words),
        ),
      ),
    ],
    messageOf: (url) =>
      [...announced].findLast(({ links }) => links.some((link) => link.url === url))?.messageId ??
      null,
  };
}
