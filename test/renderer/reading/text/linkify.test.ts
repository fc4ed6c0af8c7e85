import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkify } from '../../../../renderer/reading/text/linkify.ts';

function links(text: string): string[] {
  return linkify(text).flatMap((part) => (part.kind === 'link' ? [part.text] : []));
}

it.each([
  ['See https://example.com/a?b=c#d for more.', ['https://example.com/a?b=c#d']],
  ['Ends a sentence: https://example.com/a.', ['https://example.com/a']],
  ['(see https://example.com/a)', ['https://example.com/a']],
  ['https://example.com/a_(b)', ['https://example.com/a_(b)']],
  ['<https://example.com/a>', ['https://example.com/a']],
  ['「https://example.com/記事」を見た。', ['https://example.com/記事']],
  [
    '詳しくはhttps://example.com/a、またはhttps://example.org/b。',
    ['https://example.com/a', 'https://example.org/b'],
  ],
  ['mailto:desk@example.com', ['mailto:desk@example.com']],
  ['HTTPS://EXAMPLE.COM/', ['HTTPS://EXAMPLE.COM/']],
])('finds the addresses in %j', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

it.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'https://',
  'http://.',
  'example.com without a scheme',
])('makes no link of %j', (text) => {
  expect(links(text)).toEqual([]);
});

it('leads where its words say', () => {
  expect(linkify('a https://example.com/x b')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'link', text: 'https://example.com/x', url: 'https://example.com/x' },
    { kind: 'text', text: ' b' },
  ]);
});

it('loses no character of any text', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('https://example.com/', '(', ')', '.', '、'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(
        linkify(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('stays quick on an address that is all brackets', () => {
  const text = `https://example.com/${')'.repeat(50_000)}`;
  expect(links(text)).toEqual(['https://example.com/']);
}, 4000);
