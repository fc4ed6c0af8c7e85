import { findMarks } from '../../shared/search/find-marks.ts';
import type { Search } from '../../shared/search/search-term.ts';

/** Sanitised HTML with the words that are looked for in `<mark>`: nobody reaches into a mail's frame. */
export function markHtml(html: string, search: Search): string {
  if (search.clauses.length === 0) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    texts.push(node as Text);
  for (const text of texts) {
    // From the end: what is before keeps its place.
    for (const [from, to] of findMarks(text.data, search).toReversed()) {
      const mark = page.createElement('mark');
      const found = text.splitText(from);
      found.splitText(to - from);
      found.replaceWith(mark);
      mark.append(found);
    }
  }
  return page.body.innerHTML;
}
