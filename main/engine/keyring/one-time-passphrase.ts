import { randomInt } from 'node:crypto';

/** Five words of the EFF's list of 7,776, 64 bits: to be read out once, and changed at once. */
export async function newOneTimePassphrase(): Promise<string> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const words = dictionary['diceware-common'] as readonly string[];
  return Array.from({ length: 5 }, () => words[randomInt(words.length)]).join(' ');
}
