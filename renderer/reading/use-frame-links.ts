import { useMemo, useRef } from 'react';
import { useEvent } from '../use-event.ts';
import type { FollowedLink, FollowLink } from './links/link-follower.ts';

/**
 * Brings links from both kinds of mail to one question: words of plain text call `follow`, and a
 * click in an HTML frame comes back from the main process, which stopped it, as `link.requested`.
 */
export function useFrameLinks(onLink: (link: FollowedLink) => void): FollowLink {
  const words = useRef(new Map<string, string>());
  const latest = useRef(onLink);
  latest.current = onLink;
  useEvent('link.requested', ({ url }) => {
    onLink({ url, words: words.current.get(url) ?? '' });
  });
  return useMemo(
    () => ({
      follow: (link) => latest.current(link),
      announce: (links) => {
        for (const link of links) words.current.set(link.url, link.words);
      },
    }),
    [],
  );
}
