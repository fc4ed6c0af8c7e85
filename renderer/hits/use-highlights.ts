import { type RefObject, useEffect } from 'react';
import { findMarks } from '../../shared/search/find-marks.ts';
import type { Search } from '../../shared/search/search-term.ts';

/** Drawn by ui/base.css. */
const name = 'search-hit';

/** More marks than anybody sees make a long letter slow. */
const mostMarks = 2000;

/**
 * Highlights what is looked for in whatever has `data-words` inside an element, by the CSS Custom Highlight
 * API: the page itself stays as it is.
 */
export function useHighlights(root: RefObject<HTMLElement | null>, search: Search): void {
  useEffect(() => {
    const element = root.current;
    if (element === null || search.clauses.length === 0) return;
    let frame = 0;
    const draw = () => {
      frame = 0;
      CSS.highlights.set(name, new Highlight(...rangesIn(element, search)));
    };
    const observer = new MutationObserver(() => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    draw();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(name);
    };
  }, [root, search]);
}

function rangesIn(root: HTMLElement, search: Search): Range[] {
  const ranges: Range[] = [];
  for (const element of root.querySelectorAll('[data-words]')) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      for (const [from, to] of findMarks(node.nodeValue ?? '', search)) {
        if (ranges.length === mostMarks) return ranges;
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
  }
  return ranges;
}
