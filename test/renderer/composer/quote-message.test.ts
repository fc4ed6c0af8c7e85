import { expect, it } from 'vitest';
import { isUnwritten, quoteMessage } from '../../../renderer/composer/quote-message.ts';

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
