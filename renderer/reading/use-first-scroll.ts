import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** What moves a scrolling element by hand. */
const handEvents = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * Brings the first unfolded message to the top when a conversation opens, and again while its text
 * arrives and makes room below; never after staff have moved the page themselves.
 */
export function useFirstScroll(scroller: RefObject<HTMLElement | null>): () => void {
  const isMoved = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const moved = () => {
      isMoved.current = true;
    };
    for (const name of handEvents) element.addEventListener(name, moved, { passive: true });
    return () => {
      for (const name of handEvents) element.removeEventListener(name, moved);
    };
  }, [scroller]);

  return useCallback(() => {
    if (isMoved.current) return;
    const element = scroller.current;
    const first = element?.querySelector<HTMLElement>('[data-open]');
    if (element && first)
      element.scrollTop += first.getBoundingClientRect().top - element.getBoundingClientRect().top;
  }, [scroller]);
}
