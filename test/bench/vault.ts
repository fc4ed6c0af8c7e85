/**
 * How long a person waits between the passphrase and the list, with 100,000 messages in three
 * sections, beside scrypt's own time as the floor: medians of five sign-ins, each of a process of
 * its own.
 * Run: npm run bench -- vault
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './run-child.ts';
import type { Unlocking } from './vault/unlock.ts';

const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
try {
  const { messages, megabytes } = await runChild<{ messages: number; megabytes: number }>(
    './vault/fill-sections.ts',
    { dataFolder: folder },
  );
  console.log(`${messages} messages, ${megabytes} MB in the databases`);
  const done: Unlocking[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    done.push(await runChild<Unlocking>('./vault/unlock.ts', { dataFolder: folder }));
  }
  const unlock = median(done.map(({ unlockMs }) => unlockMs));
  const scrypt = median(done.map(({ scryptMs }) => scryptMs));
  console.log(
    `from the passphrase to the list ${unlock.toFixed(0)} ms, of which scrypt ${scrypt.toFixed(0)} ` +
      `(${(unlock / scrypt).toFixed(2)} times scrypt, ${(unlock - scrypt).toFixed(0)} ms beside it)`,
  );
  console.log(JSON.stringify({ unlock_ms: Math.round(unlock), scrypt_ms: Math.round(scrypt) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
