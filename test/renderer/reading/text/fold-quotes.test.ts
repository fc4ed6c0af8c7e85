import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldQuotes } from '../../../../renderer/reading/text/fold-quotes.ts';

it('leaves a letter without quotes as it is', () => {
  expect(foldQuotes('Dear editor,\n\nThank you.\n')).toEqual([
    { kind: 'text', text: 'Dear editor,\n\nThank you.' },
  ]);
});

it('folds the history at the end together with the line that introduces it', () => {
  const text = 'Thank you.\n\nOn 3 November 2026, Desk wrote:\n> Dear reader,\n>\n> We will.';
  expect(foldQuotes(text)).toEqual([
    { kind: 'text', text: 'Thank you.' },
    {
      kind: 'quote',
      text: 'On 3 November 2026, Desk wrote:\n> Dear reader,\n>\n> We will.',
      lineCount: 4,
    },
  ]);
});

it('takes an introduction that was wrapped over two lines', () => {
  const text = 'Yes.\n\nOn Tue, 3 Nov 2026 at 10:00, The Desk of World Services\nwrote:\n> No?';
  expect(foldQuotes(text).map(({ kind }) => kind)).toEqual(['text', 'quote']);
  expect(foldQuotes(text)[0]?.text).toBe('Yes.');
});

it('folds Japanese history', () => {
  const text =
    '承知しました。\n\n2026年11月3日、編集部 さんは書きました：\n> ご連絡ありがとうございます。';
  expect(foldQuotes(text)).toMatchObject([
    { kind: 'text', text: '承知しました。' },
    { kind: 'quote', lineCount: 2 },
  ]);
});

it('keeps a short quote in sight when it is answered below', () => {
  const text = '> When was it?\n\nOn Tuesday.';
  expect(foldQuotes(text)).toEqual([{ kind: 'text', text }]);
});

it('folds a long quote even when it is answered below', () => {
  const quote = Array.from({ length: 9 }, (_, line) => `> line ${line}`).join('\n');
  expect(foldQuotes(`${quote}\n\nI agree.`).map(({ kind }) => kind)).toEqual(['quote', 'text']);
});

it('folds all that follows the line of another program', () => {
  const text = 'Fine.\n\n-----Original Message-----\nFrom: Desk\nSubject: x\n\nwords';
  expect(foldQuotes(text).map(({ kind }) => kind)).toEqual(['text', 'quote']);
});

it('keeps every word of any text', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('> a', '>', '', 'On 1 May, x wrote:', '-----Original Message-----'),
  );
  const words = (text: string) => text.replace(/\s+/g, '');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const folded = foldQuotes(text).map((block) => block.text);
      expect(words(folded.join(''))).toBe(words(text));
    }),
  );
});
