import { createContext, useContext } from 'react';
import type { MessageId } from '../../../shared/ids.ts';
import type { LinkWords, MailLink } from './link-words.ts';

export type FollowedLink = {
  readonly url: string;
  /** What the mail wrote on it, and on every other link to the same address; may be empty. */
  readonly words: readonly string[];
  /** The message that it stands in; null where that is not known. */
  readonly messageId: MessageId | null;
};

export type FollowLink = {
  /** Asks staff about a link before anything opens. */
  readonly follow: (link: MailLink, messageId: MessageId | null) => void;
  /**
   * Remembers what a mail's frame wrote on its links: the frame itself can tell nobody. As the
   * answer of an effect, what comes back forgets them when the mail goes off the screen.
   */
  readonly announce: LinkWords['announce'];
};

const LinkFollowerContext = createContext<FollowLink | null>(null);
export const LinkFollower = LinkFollowerContext.Provider;

export function useLinkFollower(): FollowLink {
  const follower = useContext(LinkFollowerContext);
  if (follower === null) throw new Error('useLinkFollower is used outside of a reading pane');
  return follower;
}
