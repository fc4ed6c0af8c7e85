import { expect, it } from 'vitest';
import { findSignature, signatureLines } from '../../../renderer/composer/signature.ts';
import { signatureIn, withSignature } from '../../../renderer/composer/use-signature.ts';

const signatures = { en: 'Minato', ja: 'みなと通信\n海外部' };
const quote = '\n\nHana wrote:\n> When?\n';
const plain = (text: string) => ({ text, html: null });

it('stands above the quote, is swapped and never doubled', () => {
  const none = plain(`Dear Hana${quote}`);
  const english = withSignature(none, quote, signatures, 'en');
  expect(english.text).toBe('Dear Hana\n\n-- \nMinato\n\nHana wrote:\n> When?\n');
  expect(withSignature(english, quote, signatures, 'en')).toEqual(english);
  const japanese = withSignature(english, quote, signatures, 'ja');
  expect(japanese.text).toBe('Dear Hana\n\n-- \nみなと通信\n海外部\n\nHana wrote:\n> When?\n');
  expect(signatureIn(japanese, quote, signatures)).toBe('ja');
  expect(withSignature(japanese, quote, signatures, null).text).toBe(none.text);
});

it('is found where staff changed it, and takes no words of theirs or of the quote with it', () => {
  const changed = `Dear Hana\n\n-- \nMinato, Ken Abe${quote}`;
  expect(findSignature(changed, quote, signatures)).toBe('-- \nMinato, Ken Abe');
  expect(signatureIn(plain(changed), quote, signatures)).toBe('own');
  expect(withSignature(plain(changed), quote, signatures, 'ja').text).toContain(
    'Dear Hana\n\n-- \nみなと通信\n海外部\n\nHana wrote:\n> When?',
  );
  const without = `Dear Hana\n\n-- \nKen Abe\n\nHana wrote, shortened:\n> When?`;
  expect(findSignature(without, quote, signatures)).toBe('-- \nKen Abe');
});

it('is none where a line of a quote looks like one', () => {
  expect(findSignature('Yes.\n\n> -- \n> Hana', '', signatures)).toBe('');
  expect(signatureLines(' ')).toBe('');
});
