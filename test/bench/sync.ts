/**
 * A first sync of 20,000 messages (about 220 MB) from Dovecot into the encrypted store, and one with
 * nothing new, beside mbsync's and beside a mere download. Run: npm run bench -- sync
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDovecot } from '../support/dovecot.ts';
import { loginTo } from '../support/sync-harness.ts';
import { generateMessages } from './generate-mail.ts';
import type { EngineRun } from './sync/engine-sync.ts';
import { mbsync } from './sync/mbsync.ts';
import { runChild } from './sync/run-child.ts';

const count = 20_000;
const messageBytes = 10_100;
const user = 'bench';

const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
const dataFolder = join(folder, 'data');
mkdirSync(dataFolder);
const dovecot = await startDovecot([user]);
try {
  await run();
} finally {
  await dovecot.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const messages = generateMessages(count, messageBytes);
  const megabytes = messages.reduce((sum, { length }) => sum + length, 0) / 1e6;
  for (const message of messages) dovecot.deliver(user, message);
  // Nobody pays for Dovecot's first look at the mail.
  await dovecot.doveadm('index', '-u', user, 'INBOX');
  console.log(`${count} messages, ${megabytes.toFixed(0)} MB`);

  const login = loginTo(dovecot, user);
  const raw = await runChild<{ ms: number; messages: number }>('raw-download.ts', login);
  if (raw.messages !== count) throw new Error(`downloaded ${raw.messages}`);
  const sync = mbsync(dovecot, user, folder);
  const mbsyncFull = await sync();
  const mbsyncNoop = await sync();
  const pulled = readdirSync(join(folder, 'maildir', 'INBOX', 'cur')).length;
  const fresh = readdirSync(join(folder, 'maildir', 'INBOX', 'new')).length;
  if (pulled + fresh !== count) throw new Error(`mbsync pulled ${pulled + fresh}`);
  const full = await runChild<EngineRun>('engine-sync.ts', { dataFolder, login });
  const noop = await runChild<EngineRun>('engine-sync.ts', { dataFolder, login });

  const first50 = full.first50Ms ?? Number.NaN;
  const row = (what: string, ms: number, peer: number) => ({
    what,
    ms: Math.round(ms),
    'of mbsync': (ms / peer).toFixed(2),
    'of the download': (ms / raw.ms).toFixed(2),
  });
  console.table([
    row('first 50 conversations in the store', first50, mbsyncFull),
    row('all stored, parsed, indexed, encrypted', full.liveMs, mbsyncFull),
    row('nothing new', noop.liveMs, mbsyncNoop),
    row('mbsync, all', mbsyncFull, mbsyncFull),
    row('mbsync, nothing new', mbsyncNoop, mbsyncNoop),
    row('download alone (imapflow)', raw.ms, mbsyncFull),
  ]);
  console.log(
    `engine while it syncs: longest block ${full.longestBlockMs.toFixed(0)} ms, ` +
      `list of 50 answered in ${full.listP95Ms.toFixed(0)} ms (95 of 100)`,
  );
  console.log(
    JSON.stringify({
      first50_ms: Math.round(first50),
      full_ms: Math.round(full.liveMs),
      noop_ms: Math.round(noop.liveMs),
      mbsync_full_ms: Math.round(mbsyncFull),
      mbsync_noop_ms: Math.round(mbsyncNoop),
      raw_ms: Math.round(raw.ms),
      peak_rss_mb: Math.round(Math.max(full.peakRss, noop.peakRss) / 1e6),
    }),
  );
}
