import { randomInt } from 'node:crypto';
import { dictionary } from '@zxcvbn-ts/language-common';

/** Five words of the EFF's list of 7,776, 64 bits: to be read out once, and changed at once. */
export function newOneTimePassphrase(): string {
  const words = dictionary['diceware-common'] as readonly string[];
  return Array.from({ length: 5 }, () => words[randomInt(words.length)]).join(' ');
}
