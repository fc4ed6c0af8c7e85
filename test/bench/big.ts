/**
 * An account of 500,000 small messages of ten years, of which the letters of the last three months are
 * kept here and of all others the heads: how soon there is something to read, and what it takes.
 * Run: npm run bench -- big [COUNT]
 */
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { loginTo } from '../support/sync-harness.ts';
import { generateMessage } from './generate-mail.ts';
import { runChild } from './run-child.ts';
import type { EngineRun } from './sync/engine-sync.ts';

const count = Number(process.argv[2] ?? 500_000);
const messageBytes = 1_000;
const years = 10;
const year = 365 * 24 * 60 * 60;
const user = 'big';

const dovecot = await startDovecot([user]);
const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
try {
  fill(dovecot);
  // Nobody pays for Dovecot's first look at the mail.
  await dovecot.doveadm('index', '-u', user, 'INBOX');
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const input = { dataFolder, login: loginTo(dovecot, user), count, bodyMonths: 3 };
  const full = await runChild<EngineRun>('./sync/engine-sync.ts', input);
  const noop = await runChild<EngineRun>('./sync/engine-sync.ts', input);
  const { size } = statSync(join(dataFolder, 'sections', 'world-services.db'));
  console.log(
    JSON.stringify({
      messages: full.messages,
      first50_ms: Math.round(full.first50Ms ?? Number.NaN),
      all_ms: Math.round(full.allMs),
      noop_ms: Math.round(noop.liveMs),
      list_p95_ms: Math.round(full.listP95Ms),
      longest_pause_ms: Math.round(full.longestBlockMs),
      peak_mb: Math.round(full.peakRss / 1e6),
      store_mb: Math.round(size / 1e6),
    }),
  );
} finally {
  await dovecot.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Evenly over the years, the newest last: a Maildir's file has the time at which it came. */
function fill({ maildir }: Dovecot): void {
  const path = join(maildir(user), 'cur');
  const { uid, gid } = statSync(path);
  const now = Date.now() / 1000;
  for (let index = 0; index < count; index += 1) {
    const at = now - (1 - (index + 1) / count) * years * year;
    const file = join(path, `${Math.floor(at)}.M${`${index}`.padStart(7, '0')}.bench:2,S`);
    writeFileSync(file, generateMessage(index, messageBytes));
    utimesSync(file, at, at);
    chownSync(file, uid, gid);
  }
}
