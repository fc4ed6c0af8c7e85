import type { SectionDatabase } from '../../../main/engine/store/open-database.ts';
import { storedFolder } from '../stored-inbox.ts';
import type { OtherClient, ServerMessage } from './other-client.ts';

/** Where the store is not as the server is, in words; null where they are equal to the byte. */
export async function findDifference(
  db: SectionDatabase,
  client: OtherClient,
): Promise<string | null> {
  const tables = ['flag_action', 'move_action', 'lost_place'];
  const waiting = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]);
  if (waiting.some(([, rows]) => rows?.length)) return `waiting: ${JSON.stringify(waiting)}`;
  const there = [...(await client.folders())].sort();
  const here = db
    .prepare('SELECT path FROM folder WHERE is_synced = 1 AND is_on_server = 1')
    .pluck()
    .all() as string[];
  if (here.sort().join() !== there.join()) return `folders ${here} instead of ${there}`;
  for (const path of there) {
    const [mine, theirs] = [storedFolder(db, path), await client.messages(path)];
    const different = differenceOf(mine, theirs);
    if (different !== null) return `${path}: ${different}`;
  }
  return null;
}

function differenceOf(
  mine: readonly ServerMessage[],
  theirs: readonly ServerMessage[],
): string | null {
  const uids = (list: readonly ServerMessage[]) => list.map(({ uid }) => uid).join();
  if (uids(mine) !== uids(theirs)) return `UIDs ${uids(mine)} instead of ${uids(theirs)}`;
  for (const [index, { uid, flags, raw }] of theirs.entries()) {
    const own = mine[index];
    if (own?.raw !== raw) return `the bytes of ${uid}`;
    if (own.flags.join() !== flags.join())
      return `${uid} has ${own.flags.join(' ')} instead of ${flags.join(' ')}`;
  }
  return null;
}
