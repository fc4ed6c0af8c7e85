import type { Caret } from './undo-history.ts';

/** Where a caret goes when its text is changed from outside: it stays with the words around it. */
export function moveCaret({ start, end }: Caret, from: string, to: string): Caret {
  const shortest = Math.min(from.length, to.length);
  let same = 0;
  while (same < shortest && from[same] === to[same]) same += 1;
  const move = (offset: number) =>
    offset <= same ? offset : Math.max(same, offset + to.length - from.length);
  return { start: move(start), end: move(end) };
}
