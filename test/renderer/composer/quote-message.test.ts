import { expect, it } from 'vitest';
import {
  isUnwritten,
  putBefore,
  quoteMessage,
  swapQuote,
} from '../../../renderer/composer/quote-message.ts';

it('leaves room to write above the quoted words', () => {
  expect(quoteMessage('First line\n\nSecond line', 'On Monday, A wrote:')).toBe(
    '\n\nOn Monday, A wrote:\n> First line\n>\n> Second line\n',
  );
});

it('sets one more mark before what was quoted already, without a gap', () => {
  expect(quoteMessage('> When?\nToday.', 'A wrote:')).toContain('>> When?\n> Today.');
});

it('quotes neither the signature nor the history of the message', () => {
  const quoted = quoteMessage('Yes.\n\nOn 1 May 2026, B wrote:\n> Really?\n', 'A wrote:');
  expect(quoted).toBe('\n\nA wrote:\n> Yes.\n');
});

it('is nothing when there is nothing to quote', () => {
  expect(quoteMessage(' \n\n', 'A wrote:')).toBe('');
});

it('knows a reply in which nothing was written yet', () => {
  const quote = quoteMessage('Words', 'A wrote:');
  expect(isUnwritten(quote, quote)).toBe(true);
  expect(isUnwritten('  \n', quote)).toBe(true);
  expect(isUnwritten(`Thanks${quote}`, quote)).toBe(false);
});

const hers = quoteMessage('Words of Hana', 'Hana wrote:');
const his = quoteMessage('Words of Ken', 'Ken wrote:');

it('puts the quote of another message in the place of the last one', () => {
  expect(swapQuote(`Dear reader${hers}`, hers, his)).toBe(`Dear reader${his}`);
  expect(swapQuote(hers, hers, his)).toBe(his);
  expect(swapQuote(`Dear reader${hers}`, hers, '')).toBe('Dear reader');
});

it('leaves a text alone from which the quote was taken, or in which it was changed', () => {
  expect(swapQuote('Dear reader', hers, his)).toBe('Dear reader');
  expect(swapQuote('Dear reader', '', his)).toBe('Dear reader');
});

it('brings a discarded text back before what was typed since, with one quote', () => {
  expect(putBefore(`Before${hers}`, `Since${hers}`, hers)).toBe(`Before\n\nSince${hers}`);
  expect(putBefore(`Before${hers}`, 'Since', hers)).toBe(`Before${hers.trimEnd()}\n\nSince`);
  expect(putBefore(`Before${hers}`, hers, hers)).toBe(`Before${hers}`);
  expect(putBefore('Before', ' \n', hers)).toBe('Before');
  expect(putBefore(hers, `Since${hers}`, hers)).toBe(`Since${hers}`);
});
