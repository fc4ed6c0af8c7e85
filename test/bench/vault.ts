/**
 * How long a person waits between the passphrase and the list, with 100,000 messages in three
 * sections, beside scrypt's own time as the floor; and how long the engine pauses at the most while a
 * section of 500 MB is backed up, beside its longest pause while nothing is done. Medians of rounds
 * in processes of their own.
 * Run: npm run bench -- vault
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';
import { runChild } from './run-child.ts';
import type { BackingUp } from './vault/back-up.ts';
import type { Unlocking } from './vault/unlock.ts';

const unlocks = 5;
const backups = 3;
const dataFolder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
try {
  const filled = await runChild<{ messages: number; megabytes: number }>(
    './vault/fill-sections.ts',
    { dataFolder },
  );
  console.log(`${filled.messages} messages, ${filled.megabytes} MB in the databases`);
  const unlocking = await inRounds<Unlocking>(unlocks, './vault/unlock.ts');
  const unlock = median(unlocking.map(({ unlockMs }) => unlockMs));
  const scrypt = median(unlocking.map(({ scryptMs }) => scryptMs));
  console.log(
    `from the passphrase to the list ${unlock.toFixed(0)} ms, of which scrypt ${scrypt.toFixed(0)} ` +
      `(${(unlock / scrypt).toFixed(2)} times scrypt, ${(unlock - scrypt).toFixed(0)} ms beside it)`,
  );
  const backingUp = await inRounds<BackingUp>(backups, './vault/back-up.ts');
  const backup = median(backingUp.map(({ backupMs }) => backupMs));
  const pause = median(backingUp.map(({ longestPauseMs }) => longestPauseMs));
  const idle = median(backingUp.map(({ longestIdlePauseMs }) => longestIdlePauseMs));
  console.log(
    `a backup ${(backup / 1000).toFixed(1)} s, the engine's longest pause ${pause.toFixed(0)} ms ` +
      `meanwhile, ${idle.toFixed(0)} ms while nothing is done`,
  );
  console.log(
    JSON.stringify({
      unlock_ms: Math.round(unlock),
      scrypt_ms: Math.round(scrypt),
      backup_ms: Math.round(backup),
      longest_pause_ms: Math.round(pause),
    }),
  );
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}

async function inRounds<Round>(rounds: number, program: string): Promise<Round[]> {
  const done: Round[] = [];
  while (done.length < rounds) done.push(await runChild<Round>(program, { dataFolder }));
  return done;
}
