import { expect, it } from 'vitest';
import { createLinkWords } from '../../../../renderer/reading/links/link-words.ts';
import { MessageId } from '../../../../shared/ids.ts';

const first = MessageId.parse(1);
const second = MessageId.parse(2);
const evil = 'https://evil.example/';

it('keeps the words of every link to an address', () => {
  const words = createLinkWords();
  words.announce(first, [
    { url: evil, words: 'https://bank.example' },
    { url: evil, words: '.' },
    { url: 'https://other.example/', words: 'other' },
  ]);
  expect(words.of(evil)).toEqual(['https://bank.example', '.']);
});

it('keeps what one mail says beside what another says', () => {
  const words = createLinkWords();
  words.announce(first, [{ url: evil, words: 'https://bank.example' }]);
  words.announce(second, [{ url: evil, words: 'Read more' }]);
  expect(words.of(evil)).toEqual(['https://bank.example', 'Read more']);
});

it('forgets the words of a mail that is no longer on screen, and of no other', () => {
  const words = createLinkWords();
  const links = [{ url: evil, words: 'https://bank.example' }];
  const forget = words.announce(first, links);
  const forgetAgain = words.announce(first, links);
  forget();
  expect(words.of(evil)).toEqual(['https://bank.example']);
  forgetAgain();
  expect(words.of(evil)).toEqual([]);
});

it('knows which mail on screen a link stands in', () => {
  const words = createLinkWords();
  words.announce(first, [{ url: evil, words: 'this' }]);
  const forget = words.announce(second, [{ url: evil, words: 'that' }]);
  expect(words.messageOf(evil)).toBe(second);
  forget();
  expect(words.messageOf(evil)).toBe(first);
  expect(words.messageOf('https://other.example/')).toBe(null);
});
