import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { minimumPassphraseLength } from '../../../shared/passphrase-length.ts';

/** Of zxcvbn's scores from 0 to 4: below 2 are some ten million guesses, an hour for one computer. */
const leastScore = 2;

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * Refuses what is short, and what is among 49,000 common passwords or one of them dressed up (case,
 * digits for letters, a year behind it), a row of keys, or a word again and again. The person's own
 * name counts as common.
 */
export function checkNewPassphrase(passphrase: string, name: string): Result<null> {
  if ([...passphrase].length < minimumPassphraseLength) return failure('passphrase-too-short');
  const { score } = guesser.check(passphrase.normalize('NFKC'), [name, ...name.split(/\s+/)]);
  return score < leastScore ? failure('passphrase-common') : success(null);
}
