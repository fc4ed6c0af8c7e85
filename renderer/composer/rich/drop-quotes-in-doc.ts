import { Fragment, type Node } from 'prosemirror-model';
import { findQuotedLines } from '../quoted-lines.ts';
import { docOfText } from './doc-of-text.ts';
import { textOfBlocks } from './text-of-doc.ts';

/** The document without a reader's words. A block that has some of them keeps its other lines, plain. */
export function dropQuotesInDoc(doc: Node, said: string): Node {
  const blocks: { readonly block: Node; readonly lines: readonly string[] }[] = [];
  doc.forEach((block) => {
    blocks.push({ block, lines: textOfBlocks(Fragment.from(block)).split('\n') });
  });
  const isQuoted = findQuotedLines(
    blocks.flatMap(({ lines }) => lines),
    said,
  );
  if (!isQuoted.includes(true)) return doc;
  let at = 0;
  let left = Fragment.empty;
  for (const { block, lines } of blocks) {
    const own = lines.filter((_line, index) => isQuoted[at + index] !== true);
    at += lines.length;
    if (own.length === lines.length) left = left.addToEnd(block);
    else if (own.some((line) => line.trim() !== ''))
      left = left.append(docOfText(own.join('\n')).content);
  }
  return doc.copy(left.childCount === 0 ? docOfText('').content : left);
}
