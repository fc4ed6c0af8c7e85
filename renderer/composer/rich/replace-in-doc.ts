import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';

/** Whether a part of a letter is no quote of another's. */
export function isOwn(node: Node): boolean {
  return node.type.name !== 'blockquote';
}

/**
 * Other words wherever these stand within a line, in the parts that are looked through; null where
 * they stand nowhere.
 */
export function replaceInDoc(
  state: EditorState,
  from: string,
  to: string,
  isSearched = (_: Node) => true,
): Transaction | null {
  const places = placesIn(state.doc, from, isSearched);
  if (places.length === 0) return null;
  return places
    .toReversed()
    .reduce((transaction, at) => transaction.insertText(to, at, at + from.length), state.tr);
}

/** Where these words begin, wherever they stand within a line. */
export function placesIn(doc: Node, words: string, isSearched = (_: Node) => true): number[] {
  if (words === '') return [];
  const places: number[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return isSearched(node);
    // One sign for a line break, so that offsets are positions.
    const line = node.textBetween(0, node.content.size, '', '\n');
    for (let at = line.indexOf(words); at !== -1; at = line.indexOf(words, at + words.length)) {
      places.push(position + 1 + at);
    }
    return false;
  });
  return places;
}
