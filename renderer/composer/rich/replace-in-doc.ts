import type { EditorState, Transaction } from 'prosemirror-state';

/** Other words wherever these stand within a line; null where they stand nowhere. */
export function replaceInDoc(state: EditorState, from: string, to: string): Transaction | null {
  if (from === '') return null;
  const places: number[] = [];
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    // One sign for a line break, so that offsets are positions.
    const line = node.textBetween(0, node.content.size, '', '\n');
    for (let at = line.indexOf(from); at !== -1; at = line.indexOf(from, at + from.length)) {
      places.push(position + 1 + at);
    }
    return false;
  });
  if (places.length === 0) return null;
  return places
    .toReversed()
    .reduce((transaction, at) => transaction.insertText(to, at, at + from.length), state.tr);
}
