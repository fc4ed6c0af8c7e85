import { expect, it } from 'vitest';
import { foldQuotes } from '../../../renderer/reading/text/fold-quotes.ts';
import { startOfAttribution } from '../../../shared/letter/attribution.ts';
import { trimHistory } from '../../../shared/letter/trim-history.ts';

const introductions = [
  'On 3 Nov 2026, Desk wrote:',
  'On Tue, 3 Nov 2026 at 10:00, The Desk\nwrote:',
  '2026年11月23日 Minato News Agency, World Services:',
  '2026年11月23日(月) 13:15 佐藤花 <hana@example.com>:',
  '2026年11月23日(月) 13:15 佐藤花\n<hana@example.com>:',
  '2026/11/23 13:15、佐藤花 <hana@example.com>のメール:',
  '2026年11月3日、編集部 さんは書きました：',
];

it.each(introductions)('neither quotes again nor leaves in sight %j', (introduction) => {
  const text = `承知しました。\n\n${introduction}\n> a\n> b`;
  expect(trimHistory(text)).toBe('承知しました。');
  expect(foldQuotes(text)).toEqual([
    { kind: 'text', text: '承知しました。' },
    { kind: 'quote', text: `${introduction}\n> a\n> b`, lineCount: expect.any(Number) },
  ]);
});

it.each([
  'I paid 500 yen.\nTaro wrote:',
  'I was there on 3 May.\nTaro wrote:',
  'It opened in 1984.\nTaro wrote:',
  '1984年の橋です。\nTaro wrote:',
])('keeps the last sentence of the writer: %j', (lines) => {
  const [sentence] = lines.split('\n');
  const text = `${lines}\n> a`;
  expect(trimHistory(text)).toBe(sentence);
  expect(foldQuotes(text)[0]).toEqual({ kind: 'text', text: sentence });
});

it.each([
  'See you on 2026年11月23日:',
  '2026年11月23日に伺いました。',
  `2026年11月23日 ${'長'.repeat(300)}:`,
  'Dear editor,',
])('takes no other line for an introduction: %j', (line) => {
  expect(startOfAttribution([line], 1)).toBe(1);
});

it('stays quick on a line of a megabyte', () => {
  expect(startOfAttribution([' '.repeat(1_000_000), ' '.repeat(1_000_000)], 2)).toBe(2);
}, 2000);
