import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSearch } from '../../../shared/search/parse-search.ts';
import { toggleKana } from '../../../shared/search/toggle-kana.ts';

const now = new Date(2026, 10, 28, 15).getTime();
const parse = (query: string) => parseSearch(query, now);
const words = (text: string, more = {}) => ({
  ...{ kind: 'words', field: 'any', text, isExact: false, isExcluded: false },
  ...more,
});

it('takes words, phrases and what must not be there', () => {
  expect(parse('harbour "night ferry" -tram -"old bridge"').clauses).toEqual([
    [words('harbour')],
    [words('night ferry', { isExact: true })],
    [words('tram', { isExcluded: true })],
    [words('old bridge', { isExact: true, isExcluded: true })],
  ]);
});

it('takes one or the other', () => {
  expect(parse('ferry OR tram bridge').clauses).toEqual([
    [words('ferry'), words('tram')],
    [words('bridge')],
  ]);
  // At an end it joins nothing.
  expect(parse('OR ferry OR').clauses).toEqual([[words('ferry')]]);
});

it('takes operators, whatever their case, in Japanese and in full width too', () => {
  expect(parse('From:mika subject:"the ferry" filename:pdf').clauses).toEqual([
    [words('mika', { field: 'from' })],
    [words('the ferry', { field: 'subject', isExact: true })],
    [words('pdf', { field: 'filename' })],
  ]);
  expect(parse('差出人：山田　－件名:訂正 状態:未読').clauses).toEqual([
    [words('山田', { field: 'from' })],
    [words('訂正', { field: 'subject', isExcluded: true })],
    [{ kind: 'is', state: 'unread', isExcluded: false }],
  ]);
  expect(parse('has:attachment in:"World desk" -tag:done').clauses).toEqual([
    [{ kind: 'attachment', isExcluded: false }],
    [{ kind: 'in', folder: 'World desk', isExcluded: false }],
    [{ kind: 'tag', name: 'done', isExcluded: true }],
  ]);
});

it('takes days as people write them', () => {
  const at = (query: string) => {
    const [term] = parse(query).clauses[0] ?? [];
    return term !== undefined && 'at' in term ? new Date(term.at).toLocaleDateString('sv') : null;
  };
  expect(at('before:2026-11-01')).toBe('2026-11-01');
  expect(at('after:2026/2/9')).toBe('2026-02-09');
  expect(at('after:2026年2月9日')).toBe('2026-02-09');
  expect(at('after:2026-02')).toBe('2026-02-01');
  expect(at('after:２０２５')).toBe('2025-01-01');
  expect(at('after:yesterday')).toBe('2026-11-27');
  expect(at('before:今日')).toBe('2026-11-28');
  expect(parse('before:2026-02-30').problem).toEqual({ kind: 'date', word: '2026-02-30' });
});

it('has kana taken for one another, and no longer', () => {
  expect(parse('フェリー kana:any')).toMatchObject({
    clauses: [[words('フェリー')]],
    isKanaAlike: true,
  });
  expect(parse('フェリー').isKanaAlike).toBe(false);
  expect(toggleKana('フェリー  夜行')).toBe('フェリー 夜行 kana:any');
  expect(toggleKana('フェリー kana:any 夜行')).toBe('フェリー 夜行');
});

it('says what it does not understand, and leaves alone what is being typed', () => {
  expect(parse('is:lost').problem).toEqual({ kind: 'state', word: 'lost' });
  expect(parse('has:wings ferry').problem).toEqual({ kind: 'has', word: 'wings' });
  expect(parse('ferry from:')).toMatchObject({ clauses: [[words('ferry')]], problem: null });
  expect(parse('from: to:').problem).toEqual({ kind: 'nothing' });
  expect(parse('OR OR').problem).toEqual({ kind: 'nothing' });
  expect(parse('x'.repeat(10_000)).problem).toEqual({ kind: 'too-long' });
  expect(parse('').problem).toBeNull();
});

it('takes for words what is no operator of ours', () => {
  expect(parse('https://minato.example re:ferry a-b 10:30').clauses).toEqual([
    [words('https://minato.example')],
    [words('re:ferry')],
    [words('a-b')],
    [words('10:30')],
  ]);
});

it('never throws, and is done at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      const { clauses } = parse(query);
      expect(clauses.every((clause) => clause.length > 0)).toBe(true);
    }),
  );
  for (const long of ['"'.repeat(1000), '-'.repeat(1000), 'a:'.repeat(500), 'あ'.repeat(999)])
    expect(() => parse(long)).not.toThrow();
});
