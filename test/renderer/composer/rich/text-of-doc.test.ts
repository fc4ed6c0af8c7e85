import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { expect, it } from 'vitest';
import { docOfText } from '../../../../renderer/composer/rich/doc-of-text.ts';
import { htmlOfDoc } from '../../../../renderer/composer/rich/html-of-doc.ts';
import { letterSchema } from '../../../../renderer/composer/rich/schema.ts';
import { appendToDoc, swapInDoc } from '../../../../renderer/composer/rich/swap-in-doc.ts';
import { textOfDoc } from '../../../../renderer/composer/rich/text-of-doc.ts';

const { nodes, marks } = letterSchema;
const text = (words: string) => letterSchema.text(words);
const line = (...inside: readonly Node[]) => nodes.paragraph.create(null, inside);
const link = (words: string, href: string) =>
  letterSchema.text(words, [marks.link.create({ href })]);

it('says the same in plain text as it was made from', () => {
  const parts = fc.constantFrom('\n', 'a', ' ', '港', '&', '<b>', '-- ', '\n> ', '\n>> ', '- ');
  fc.assert(
    fc.property(fc.array(parts), (all) => {
      const once = textOfDoc(docOfText(all.join('')));
      expect(textOfDoc(docOfText(once))).toBe(once);
      if (!all.join('').includes('>')) expect(once).toBe(all.join(''));
    }),
  );
});

it('tells where links lead, and gives items their signs', () => {
  const item = (words: string) => nodes.list_item.create(null, line(text(words)));
  const doc = nodes.doc.create(null, [
    line(text('See '), link('our page', 'https://minato.example/')),
    line(link('https://minato.example/', 'https://minato.example/')),
    nodes.bullet_list.create(null, [item('bridge'), item('harbour')]),
    nodes.ordered_list.create(null, [item('first')]),
    nodes.blockquote.create(null, [line(text('When?'))]),
  ]);
  expect(textOfDoc(doc)).toBe(
    'See our page <https://minato.example/>\nhttps://minato.example/\n- bridge\n- harbour\n1. first\n> When?',
  );
});

it('lets no words become markup', () => {
  const doc = docOfText('<script>alert("1")</script> & more');
  expect(htmlOfDoc(doc)).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more');
});

it('puts other lines in the place of those that stand there, and none where they were changed', () => {
  const opening = '\n\n-- \nMinato\n\nHana wrote:\n> When?\n';
  const doc = appendToDoc(docOfText('Dear Hana'), opening);
  expect(textOfDoc(doc)).toBe(`Dear Hana${opening}`);
  expect(textOfDoc(swapInDoc(doc, '-- \nMinato', '-- \nみなと'))).toBe(
    `Dear Hana${opening.replace('Minato', 'みなと')}`,
  );
  expect(textOfDoc(swapInDoc(doc, 'Hana wrote:\n> When?', '')).trimEnd()).toBe(
    'Dear Hana\n\n-- \nMinato',
  );
  expect(swapInDoc(doc, 'Hana wrote:\n> Where?', '')).toBe(doc);
});
