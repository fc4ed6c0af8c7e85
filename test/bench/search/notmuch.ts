import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Notmuch = {
  /** Resolves to the milliseconds that it took. */
  readonly index: () => Promise<number>;
  readonly search: (query: string) => Promise<number>;
  readonly count: (query: string) => Promise<number>;
};

/** Debian's notmuch over a maildir, whose files are in `cur`. */
export function notmuchOver(folder: string): Notmuch {
  const config = join(folder, 'notmuch-config');
  const maildir = join(folder, 'mail');
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
  writeFileSync(
    config,
    `[database]\npath=${maildir}\n[user]\nname=Bench\nprimary_email=bench@minato.example\n` +
      '[new]\ntags=inbox\n[maildir]\nsynchronize_flags=false\n',
  );
  const notmuch = async (...args: readonly string[]) => {
    const started = performance.now();
    const { stdout } = await run('notmuch', [`--config=${config}`, ...args], {
      maxBuffer: 1 << 28,
    });
    return { ms: performance.now() - started, stdout };
  };
  return {
    index: async () => (await notmuch('new', '--quiet')).ms,
    search: async (query) => (await notmuch('search', '--limit=50', query)).ms,
    count: async (query) => Number((await notmuch('count', '--output=messages', query)).stdout),
  };
}
