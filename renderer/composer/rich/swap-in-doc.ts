import { Fragment, type Node } from 'prosemirror-model';
import { docOfText } from './doc-of-text.ts';
import { textOfBlocks, textOfDoc } from './text-of-doc.ts';

type Range = { readonly from: number; readonly to: number };

/**
 * Finds the blocks that say these lines: numbers of the first and of the one after the last. Null
 * where they do not stand there any more as they were.
 */
export function findInDoc(doc: Node, text: string): Range | null {
  const wanted = textOfDoc(docOfText(text.trim())).trim();
  if (wanted === '') return null;
  for (let from = doc.childCount - 1; from >= 0; from -= 1) {
    let said = '';
    for (let to = from; to < doc.childCount; to += 1) {
      const block = textOfBlocks(Fragment.from(doc.child(to)));
      said = to === from ? block : `${said}\n${block}`;
      if (said.trimEnd() === wanted) return { from, to: to + 1 };
      if (said.length > wanted.length || !wanted.startsWith(said)) break;
    }
  }
  return null;
}

/** The document with other lines in the place of those; '' takes them out. */
export function swapInDoc(doc: Node, text: string, next: string): Node {
  const range = findInDoc(doc, text);
  if (range === null) return doc;
  const children: Node[] = [];
  doc.forEach((child) => {
    children.push(child);
  });
  const kept = children.slice(range.to);
  const before = children.slice(0, range.from);
  const between = next.trim() === '' ? [] : blocksOfText(next.trim());
  while (next.trim() === '' && kept.length === 0 && before.length > 1 && isBlank(before.at(-1)))
    before.pop();
  const all = [...before, ...between, ...kept];
  return doc.copy(all.length === 0 ? docOfText('').content : Fragment.from(all));
}

/** The document with these lines below it. */
export function appendToDoc(doc: Node, text: string): Node {
  // A paragraph starts a line by itself.
  return doc.copy(doc.content.append(docOfText(text.replace(/^\n/, '')).content));
}

function blocksOfText(text: string): Node[] {
  const blocks: Node[] = [];
  docOfText(text).forEach((block) => {
    blocks.push(block);
  });
  return blocks;
}

function isBlank(block: Node | undefined): boolean {
  return block?.type.name === 'paragraph' && block.childCount === 0;
}
