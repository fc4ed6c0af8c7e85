import type { Fragment, Node } from 'prosemirror-model';
import { quoteLines } from '../../../shared/letter/quote-text.ts';

/** Rich text as plain text that says as much: marks before quotes, signs before items, where links lead. */
export function textOfDoc(doc: Node): string {
  return textOfBlocks(doc.content);
}

export function textOfBlocks(blocks: Fragment): string {
  const parts: string[] = [];
  blocks.forEach((block) => {
    parts.push(textOfBlock(block));
  });
  return parts.join('\n');
}

function textOfBlock(block: Node): string {
  switch (block.type.name) {
    case 'blockquote':
      return quoteLines(textOfBlocks(block.content));
    case 'bullet_list':
      return itemsOf(block, () => '- ');
    case 'ordered_list':
      return itemsOf(block, (index) => `${index + 1}. `);
    default:
      return lineOf(block);
  }
}

function itemsOf(list: Node, sign: (index: number) => string): string {
  const items: string[] = [];
  list.forEach((item, _offset, index) => {
    const first = sign(index);
    const further = ' '.repeat(first.length);
    items.push(first + textOfBlocks(item.content).replaceAll('\n', `\n${further}`));
  });
  return items.join('\n');
}

function lineOf(paragraph: Node): string {
  let line = '';
  let linked: { readonly href: string; readonly from: number } | null = null;
  const endLink = (): void => {
    if (linked === null) return;
    const words = line.slice(linked.from);
    const bare = linked.href.replace(/^mailto:/i, '');
    if (words !== linked.href && words !== bare) line += ` <${bare}>`;
    linked = null;
  };
  paragraph.forEach((inline) => {
    const mark = inline.marks.find(({ type }) => type.name === 'link');
    const href = mark === undefined ? null : String(mark.attrs.href);
    if (linked !== null && linked.href !== href) endLink();
    if (href !== null && linked === null) linked = { href, from: line.length };
    line += inline.isText ? (inline.text ?? '') : '\n';
  });
  endLink();
  return line;
}
