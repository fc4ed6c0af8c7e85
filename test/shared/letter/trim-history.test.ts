import { expect, it } from 'vitest';
import { trimHistory } from '../../../shared/letter/trim-history.ts';

it('drops the history at the end and the line that introduces it', () => {
  expect(trimHistory('Thanks.\n\nOn 3 Nov 2026, Desk wrote:\n> a\n>\n> b\n\n')).toBe('Thanks.');
  expect(trimHistory('承知しました。\n\n2026年11月3日、編集部 さんは書きました：\n> はい')).toBe(
    '承知しました。',
  );
});

it('drops an introduction that was wrapped over two lines', () => {
  expect(trimHistory('Yes.\n\nOn Tue, 3 Nov 2026, The Desk\nwrote:\n> No?')).toBe('Yes.');
});

it('keeps quotes that are answered one by one', () => {
  const text = '> When?\nOn Tuesday.\n\n> Where?\nIn the harbour.';
  expect(trimHistory(text)).toBe(text);
});

it('keeps a message that is a quote as a whole', () => {
  expect(trimHistory('> only this\n> and this')).toBe('> only this\n> and this');
});

it('drops the signature, with its blank or without', () => {
  expect(trimHistory('Words\n-- \nJane\nExample Road 1')).toBe('Words');
  expect(trimHistory('Words\n--\nJane')).toBe('Words');
});

it('does not take a quoted part below a signature for the signature', () => {
  expect(trimHistory('Words\n-- \nJane\n> quoted\nanswered')).toContain('answered');
});

it('cuts where another program sets its line, but not at the very top', () => {
  expect(trimHistory('Fine.\n-----Original Message-----\nFrom: x')).toBe('Fine.');
  expect(trimHistory('-----Forwarded Message-----\nFrom: x')).toContain('From: x');
});

it('reads every kind of line end', () => {
  expect(trimHistory('a\r\nb\rc')).toBe('a\nb\nc');
});
