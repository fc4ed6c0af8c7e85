import type { Node } from 'prosemirror-model';
import { letterSchema } from './schema.ts';

const { doc, paragraph, blockquote } = letterSchema.nodes;

/** Plain text as rich text: a paragraph for each line, and quotes for what stands behind marks. */
export function docOfText(text: string): Node {
  return doc.create(null, blocksOf(text.split('\n')));
}

function blocksOf(lines: readonly string[]): Node[] {
  const blocks: Node[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    if (!line.startsWith('>')) {
      blocks.push(paragraph.create(null, line === '' ? [] : [letterSchema.text(line)]));
      index += 1;
      continue;
    }
    const start = index;
    while (lines[index]?.startsWith('>')) index += 1;
    const inside = lines.slice(start, index).map((quoted) => quoted.replace(/^> ?/, ''));
    blocks.push(blockquote.create(null, blocksOf(inside)));
  }
  return blocks;
}
