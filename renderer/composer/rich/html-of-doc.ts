import type { Fragment, Mark, Node } from 'prosemirror-model';
import { escapeHtml } from '../../../shared/escape-html.ts';

/** A letter as mail programs show it alike: the few styles stand with each part, for there are no sheets. */
const styles = {
  paragraph: 'margin:0;white-space:pre-wrap',
  blockquote: 'margin:0 0 0 2px;padding-left:10px;border-left:2px solid #b8b2a7',
  list: 'margin:0;padding-left:24px',
} as const;

export function htmlOfDoc(doc: Node): string {
  return htmlOfBlocks(doc.content);
}

function htmlOfBlocks(blocks: Fragment): string {
  let html = '';
  blocks.forEach((block) => {
    html += htmlOfBlock(block);
  });
  return html;
}

function htmlOfBlock(block: Node): string {
  const inside = () => htmlOfBlocks(block.content);
  switch (block.type.name) {
    case 'blockquote':
      return `<blockquote style="${styles.blockquote}">${inside()}</blockquote>`;
    case 'bullet_list':
      return `<ul style="${styles.list}">${inside()}</ul>`;
    case 'ordered_list':
      return `<ol style="${styles.list}">${inside()}</ol>`;
    case 'list_item':
      return `<li>${inside()}</li>`;
    default:
      return `<p style="${styles.paragraph}">${htmlOfLine(block) || '<br>'}</p>`;
  }
}

function htmlOfLine(paragraph: Node): string {
  let html = '';
  paragraph.forEach((inline) => {
    const words = inline.isText ? escapeHtml(inline.text ?? '') : '<br>';
    html += inline.marks.reduceRight(inMark, words);
  });
  return html;
}

function inMark(words: string, mark: Mark): string {
  if (mark.type.name === 'link')
    return `<a href="${escapeHtml(String(mark.attrs.href))}">${words}</a>`;
  return `<${mark.type.name}>${words}</${mark.type.name}>`;
}
