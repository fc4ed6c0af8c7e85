import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from '../../../main/engine/mail/account.ts';
import { migrate } from '../../../main/engine/store/migrate.ts';
import { openDatabase, type SectionDatabase } from '../../../main/engine/store/open-database.ts';
import { engineV8Flags } from '../../../main/engine/v8-flags.ts';

const program = fileURLToPath(new URL('./sync-program.ts', import.meta.url));

/** A section whose sync runs in a process of its own, with a view of its store from outside. */
export type SyncProcess = {
  readonly db: SectionDatabase;
  /** Starts it where it does not run, or has it look at every folder. */
  readonly look: () => void;
  /** Something here is to be told to the server. */
  readonly poke: () => void;
  /** As a power cut would. */
  readonly kill: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** What the process said last. */
  readonly words: () => string;
};

const mostWords = 30;

export function syncProcess(folder: string, account: Account): SyncProcess {
  const key = randomBytes(32);
  const path = join(folder, 'section.db');
  const db = openDatabase({ path, key, nativeBinding: null });
  migrate(db, () => undefined);
  let child: ChildProcess | null = null;
  let said: readonly string[] = [];

  function start(): ChildProcess {
    const plan = JSON.stringify({ folder, key: key.toString('hex'), account });
    child = fork(program, [plan], { execArgv: [...process.execArgv, engineV8Flags] });
    child.on('message', (word) => {
      said = [...said, String(word)].slice(-mostWords);
    });
    return child;
  }
  function tell(word: 'look' | 'poke'): void {
    if (child?.connected) child.send(word, () => undefined);
  }
  async function kill(): Promise<void> {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }

  return {
    db,
    look() {
      if (child === null) start();
      else if (child.exitCode !== null) throw new Error(`the sync ended with ${child.exitCode}`);
      else tell('look');
    },
    poke: () => tell('poke'),
    kill,
    async end() {
      await kill();
      db.close();
    },
    words: () => said.join('\n'),
  };
}
