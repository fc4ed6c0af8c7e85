import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** What moves a scrolling element by hand. */
const handEvents = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
const scrollKeys = new Set([
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
  'Tab',
]);

/**
 * Brings the first unfolded message to the top when a conversation opens, and again while its text
 * arrives and makes room below, or the composer takes room from it: what is answered stays in sight.
 * Never after staff have moved the page themselves.
 */
export function useFirstScroll(scroller: RefObject<HTMLElement | null>): () => void {
  const isMoved = useRef(false);
  const showFirst = useCallback(() => {
    if (isMoved.current) return;
    const element = scroller.current;
    const first = element?.querySelector<HTMLElement>('[data-open]');
    if (element && first)
      element.scrollTop += first.getBoundingClientRect().top - element.getBoundingClientRect().top;
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const moved = (event: Event) => {
      // A command's key leaves the page where it is.
      if (event instanceof KeyboardEvent && !scrollKeys.has(event.key)) return;
      isMoved.current = true;
    };
    for (const name of handEvents) element.addEventListener(name, moved, { passive: true });
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      // More room shows the end as well as the start: whatever is in sight stays there.
      if (element.clientHeight < height) showFirst();
      height = element.clientHeight;
    });
    observer.observe(element);
    return () => {
      for (const name of handEvents) element.removeEventListener(name, moved);
      observer.disconnect();
    };
  }, [scroller, showFirst]);

  return showFirst;
}
