import { expect, it } from 'vitest';
import {
  passphraseLength,
  passphraseStrength,
} from '../../../renderer/session/passphrase-strength.ts';

it('asks for ten characters', () => {
  expect(passphraseStrength('')).toBe('empty');
  expect(passphraseStrength('nine char')).toBe('too-short');
  expect(passphraseStrength('ten charac')).toBe('fair');
});

it('calls a longer passphrase better', () => {
  expect(passphraseStrength('fourteen chars')).toBe('good');
  expect(passphraseStrength('four unrelated words')).toBe('strong');
});

it('never praises a long run of the same few characters', () => {
  expect(passphraseStrength('abababababababababababab')).toBe('fair');
});

it('counts a Japanese passphrase by its characters', () => {
  expect(passphraseLength('𠮷野家の朝')).toBe(5);
});
