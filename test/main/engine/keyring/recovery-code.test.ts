import { expect, it } from 'vitest';
import {
  newRecoveryCode,
  readRecoveryCode,
} from '../../../../main/engine/keyring/recovery-code.ts';

it('is seven groups of four letters that are not taken for one another', () => {
  expect(newRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(newRecoveryCode()).not.toBe(newRecoveryCode());
});

it('is read however it was typed', () => {
  expect(readRecoveryCode(' o1il-ａｂｃｄ  7K9m ')).toBe('0111ABCD7K9M');
  const code = newRecoveryCode();
  expect(readRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''));
});
