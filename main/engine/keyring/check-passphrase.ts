import { failure, type Result, success } from '../../../shared/errors.ts';
import { minimumPassphraseLength } from '../../../shared/passphrase-length.ts';

/** Of zxcvbn's scores from 0 to 4: below 2 are some million guesses, minutes for one computer. */
const leastScore = 2;

/** What stands on every screen here, and the first that a Japanese guesser tries. */
const ownWords = [
  ...['fumibako', '文箱', 'newsroom', 'world', 'services', 'website', 'editor', 'members'],
  ...[
    'worldservices',
    'パスワード',
    'パスフレーズ',
    'わたしのパスワード',
    'いろはにほへと',
    'ちりぬるを',
  ],
];

/**
 * Refuses what is short, and what is among 49,000 common passwords or one of them dressed up (case,
 * digits for letters, a year behind it), a row of keys, or a word again and again. The person's own
 * name counts as common.
 */
export async function checkNewPassphrase(passphrase: string, name: string): Promise<Result<null>> {
  if ([...passphrase].length < minimumPassphraseLength) return failure('passphrase-too-short');
  const guesser = await loadGuesser();
  const { score } = guesser.check(passphrase.normalize('NFKC'), [
    ...ownWords,
    name,
    ...name.split(/\s+/),
  ]);
  return score < leastScore ? failure('passphrase-common') : success(null);
}

/** Half a megabyte of words, which a sign-in has no need of. */
async function loadGuesser() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
