import type { ImapFlow } from 'imapflow';
import { expect, it } from 'vitest';
import { divide, wantedBy } from '../../../../../main/engine/jobs/sync/portions.ts';
import { keepFolder } from '../../../../../main/engine/store/folders.ts';
import { sectionDatabase } from '../../../../support/section-database.ts';

it('has the heads of all before the texts of the older ones, where there are very many', async () => {
  const db = sectionDatabase();
  const folder = keepFolder(db, 'inbox', 'INBOX');
  const missing = Array.from({ length: 20_010 }, (_, index) => 20_010 - index);
  // Where everything is wanted the server is asked nothing.
  const client = {} as ImapFlow;
  const everything = { since: 0, upTo: 1 };
  const portions = await divide(client, db, folder, missing, everything);
  expect(portions.map(({ uids, want }) => [want, uids.length, uids[0]])).toEqual([
    ['body', 20_000, 20_010],
    ['head', 10, 10],
    ['body', 10, 10],
  ]);
  expect(await divide(client, db, folder, missing.slice(0, 5), everything)).toHaveLength(1);
  expect(await divide(client, db, folder, [], everything)).toEqual([]);
});

it('counts months back from now', () => {
  const now = Date.UTC(2026, 10, 28);
  expect(wantedBy({ bodyMonths: 3, wholeUpToMb: 5 }, now)).toEqual({
    since: Date.UTC(2026, 7, 28),
    upTo: 5 * 1024 * 1024,
  });
  expect(wantedBy({ bodyMonths: 0, wholeUpToMb: 1 }, now).since).toBe(0);
});
