import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isTag,
  toKeyword,
  toTagName,
  withKeyword,
} from '../../../../../main/engine/mail/imap/tag-keyword.ts';

it('reads the keywords of other programs', () => {
  expect(toTagName('story_tip')).toBe('story tip');
  expect(toTagName('&igJrYw-')).toBe('訂正');
  expect(toTagName('Q&-A')).toBe('Q&A');
  // What is no name stays as it is.
  for (const broken of ['a&b', '&2D0-', '&AAA-', '&', '_'])
    expect(toTagName(broken), broken).toBe(broken);
});

it('makes keywords that a server takes', () => {
  expect(toKeyword(' Story  tip ')).toBe('Story_tip');
  expect(toKeyword('訂正')).toBe('&igJrYw-');
  expect(toKeyword('$100 (or "so")')).toMatch(/^[^\s(){%*"\\\]$]+$/);
  // A tag by the name of a program's own sign is no such sign.
  expect(isTag(toKeyword('Junk') ?? '')).toBe(true);
  expect(toTagName(toKeyword('Junk') ?? '')).toBe('Junk');
  expect(toKeyword('')).toBeNull();
  expect(toKeyword('字'.repeat(18))).toHaveLength(50);
  expect(toKeyword('a\u0000b')).toBeNull();
  expect(toTagName(toKeyword('👨‍👩‍👧') ?? '')).toBe('👨‍👩‍👧');
  expect(toKeyword('字'.repeat(19))).toBeNull();
  expect(toKeyword('x'.repeat(51))).toBeNull();
});

it('gives every name back', () => {
  const names = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((name) => name.normalize('NFC').trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '' && !/\p{Cn}|\p{Cc}|\p{Co}/u.test(name));
  fc.assert(
    fc.property(names, (name) => {
      const keyword = toKeyword(name);
      if (keyword === null) return;
      expect(keyword).toMatch(/^[!-~]+$/);
      expect(keyword).not.toMatch(/[(){%*"\\\]$]/);
      expect(toTagName(keyword)).toBe(name);
      expect(isTag(keyword)).toBe(true);
    }),
  );
});

it('knows what programs say from what a person does', () => {
  const flags = ['\\Deleted', '$Forwarded', '$Junk', 'NonJunk', 'Press', '$Label3', '&igJrYw-'];
  expect(flags.filter(isTag)).toEqual(['Press', '$Label3', '&igJrYw-']);
});

it('puts a keyword among the others once, whatever its case', () => {
  expect(withKeyword('', 'Press', true)).toBe('Press');
  expect(withKeyword('$Forwarded press', 'Press', true)).toBe('$Forwarded press');
  expect(withKeyword('\\Draft Press a', 'press', false)).toBe('\\Draft a');
  expect(withKeyword('Press', 'A', true)).toBe('A Press');
});
