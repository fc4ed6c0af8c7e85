import { useMemo, useRef, useState } from 'react';
import { useEvent } from '../use-event.ts';
import type { FollowedLink, FollowLink } from './links/link-follower.ts';
import { createLinkWords } from './links/link-words.ts';

/**
 * Brings links from both kinds of mail to one question: words of plain text call `follow`, and a
 * click in an HTML frame comes back from the main process, which stopped it, as `link.requested`.
 */
export function useFrameLinks(onLink: (link: FollowedLink) => void): FollowLink {
  const [words] = useState(createLinkWords);
  const latest = useRef(onLink);
  latest.current = onLink;
  useEvent('link.requested', ({ url }) => {
    onLink({ url, words: words.of(url), messageId: words.messageOf(url) });
  });
  return useMemo(
    () => ({
      follow: ({ url, words: said }, messageId) =>
        latest.current({ url, words: [said], messageId }),
      announce: words.announce,
    }),
    [words],
  );
}
