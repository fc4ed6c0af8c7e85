import { createContext, useContext } from 'react';

export type FollowedLink = {
  readonly url: string;
  /** What the mail wrote on the link; '' when that is not known. */
  readonly words: string;
};

export type FollowLink = {
  /** Asks staff about a link before anything opens. */
  readonly follow: (link: FollowedLink) => void;
  /** Remembers what a mail's frame wrote on its links: the frame itself can tell nobody. */
  readonly announce: (links: readonly FollowedLink[]) => void;
};

const LinkFollowerContext = createContext<FollowLink | null>(null);
export const LinkFollower = LinkFollowerContext.Provider;

export function useLinkFollower(): FollowLink {
  const follower = useContext(LinkFollowerContext);
  if (follower === null) throw new Error('useLinkFollower is used outside of a reading pane');
  return follower;
}
