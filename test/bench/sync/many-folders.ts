import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDovecot } from '../../support/dovecot.ts';
import { loginTo } from '../../support/sync-harness.ts';
import { generateMessages } from '../generate-mail.ts';
import { median } from '../median.ts';
import { runChild } from '../run-child.ts';
import type { EngineRun } from './engine-sync.ts';
import { mbsync } from './mbsync.ts';

const folders = 10;
const messages = 100_000;
const messageBytes = 1_000;
const rounds = 5;
const user = 'many';

type ManyFolders = {
  readonly folders: number;
  readonly messages: number;
  /** Milliseconds, as all others. */
  readonly fullMs: number;
  readonly mbsyncFullMs: number;
  /** From signing in, or from starting the program, until everything is known to be as it was. */
  readonly noopMs: number;
  readonly mbsyncNoopMs: number;
};

/** An account of many small messages in several folders: the first sync, and one with nothing new. */
export async function measureManyFolders(): Promise<ManyFolders> {
  const dovecot = await startDovecot([user]);
  const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
  try {
    const names = Array.from({ length: folders - 1 }, (_, index) => `Desk${index}`);
    await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, ...names);
    for (const [index, message] of generateMessages(messages, messageBytes).entries())
      dovecot.deliver(user, message, ['INBOX', ...names][index % folders]);
    await dovecot.doveadm('index', '-u', user, '*');
    const dataFolder = join(folder, 'data');
    mkdirSync(dataFolder);
    const input = { dataFolder, login: loginTo(dovecot, user), count: messages };
    const full = await runChild<EngineRun>('./sync/engine-sync.ts', input);
    const sync = mbsync(dovecot, user, folder, '*');
    const mbsyncFullMs = await sync();
    const noops: { readonly ours: number; readonly theirs: number }[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { liveMs } = await runChild<EngineRun>('./sync/engine-sync.ts', input);
      noops.push({ ours: liveMs, theirs: await sync() });
    }
    return {
      ...{ folders, messages, fullMs: full.allMs, mbsyncFullMs },
      noopMs: median(noops.map(({ ours }) => ours)),
      mbsyncNoopMs: median(noops.map(({ theirs }) => theirs)),
    };
  } finally {
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
