import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePunycode } from '../../shared/decode-punycode.ts';

it('undoes what the platform encodes', () => {
  const letter = fc.constantFrom(...'abcäöüßあ日本語漢字жщλαق한');
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), (label) => {
      const encoded = domainToASCII(`${label}.example`).split('.')[0] ?? '';
      fc.pre(encoded.startsWith('xn--'));
      expect(decodePunycode(encoded.slice(4))).toBe(label.normalize('NFC'));
    }),
  );
});

it('gives up on what is no punycode, and never runs on', () => {
  expect(decodePunycode('!')).toBeNull();
  expect(decodePunycode('99999999999')).toBeNull();
  fc.assert(
    fc.property(fc.string(), (label) => {
      const decoded = decodePunycode(label);
      expect(decoded === null || typeof decoded === 'string').toBe(true);
    }),
  );
});
