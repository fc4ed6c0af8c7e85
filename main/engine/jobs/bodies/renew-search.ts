import { setImmediate } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findWaiting, renewWords } from '../../store/search/search-queue.ts';

/** Stored in one transaction: few enough that nobody waits for it. */
const atOnce = 20;

/** Writes the search words of messages anew that have those of an older Fumibako; nothing where none do. */
export async function renewSearch(
  db: SectionDatabase,
  mime: MimePool,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const some = findWaiting(db, atOnce);
    if (some.length === 0) return;
    const all = await mime.ingestMany(some.map(({ deflated }) => inflateRawSync(deflated)));
    if (signal.aborted) return;
    renewWords(
      db,
      some.flatMap((waiting, index) => {
        const ingested = all[index];
        return ingested === undefined ? [] : [{ waiting, ingested }];
      }),
    );
    // Whoever waits for the engine goes first.
    await setImmediate();
  }
}
