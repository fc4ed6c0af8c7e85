import { expect, it } from 'vitest';
import { createLinkWords } from '../../../../renderer/reading/links/link-words.ts';

const evil = 'https://evil.example/';

it('keeps the words of every link to an address', () => {
  const words = createLinkWords();
  words.announce([
    { url: evil, words: 'https://bank.example' },
    { url: evil, words: '.' },
    { url: 'https://other.example/', words: 'other' },
  ]);
  expect(words.of(evil)).toEqual(['https://bank.example', '.']);
});

it('keeps what one mail says beside what another says', () => {
  const words = createLinkWords();
  words.announce([{ url: evil, words: 'https://bank.example' }]);
  words.announce([{ url: evil, words: 'Read more' }]);
  expect(words.of(evil)).toEqual(['https://bank.example', 'Read more']);
});

it('forgets the words of a mail that is no longer on screen, and of no other', () => {
  const words = createLinkWords();
  const links = [{ url: evil, words: 'https://bank.example' }];
  const forget = words.announce(links);
  const forgetAgain = words.announce(links);
  forget();
  expect(words.of(evil)).toEqual(['https://bank.example']);
  forgetAgain();
  expect(words.of(evil)).toEqual([]);
});
