import { createHash } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import type { FolderDifferences } from '../../../../shared/model/mail-report.ts';
import { largestMessage } from '../../mail/imap/limits.ts';
import { type MessageFlags, readFlags } from '../../mail/imap/message-flags.ts';
import { type Folder, findFolderById } from '../../store/folders.ts';
import { findDeletionUids } from '../../store/mail-deletions.ts';
import { type CheckedPlace, findPlacesAfter } from '../../store/mail-reports.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findLarger } from './fetch-messages.ts';
import { withUidsOf } from './selected-mailbox.ts';
import { toUidSet } from './uid-set.ts';

/** Messages of one FETCH; with their content a line's worth of them. */
const fetchSize = { flags: 2_000, content: 100 };

type Counts = Record<'missing' | 'gone' | 'flags' | 'content', number>;

type FolderCheck = {
  readonly db: SectionDatabase;
  readonly withContent: boolean;
  /** So many more were compared; false to leave off. */
  readonly advance: (messages: number) => Promise<boolean>;
};

/**
 * Compares every message of a folder with the server's, as few at a time as keep the memory small. The
 * folder was caught up with a moment ago: what has come since is not missed.
 */
export async function checkFolder(
  client: ImapFlow,
  folder: Folder,
  { db, withContent, advance }: FolderCheck,
): Promise<FolderDifferences> {
  const counts: Counts = { missing: 0, gone: 0, flags: 0, content: 0 };
  const size = withContent ? fetchSize.content : fetchSize.flags;
  const end = findFolderById(db, folder.id)?.uidNext ?? 0;
  const deleted = new Set(findDeletionUids(db, folder.id));
  for (let after = 0; ; ) {
    const from = after;
    const places = findPlacesAfter(db, folder.id, from, size);
    const last = places.length === size ? places.at(-1)?.uid : undefined;
    const here = new Map(places.map((place) => [place.uid, place]));
    const isDone = await withUidsOf(client, folder, async () => {
      const both: CheckedPlace[] = [];
      const range = `${from + 1}:${last ?? '*'}`;
      const query = { uid: true, flags: true };
      for await (const { uid, flags } of client.fetch(range, query, { uid: true })) {
        // `*` is the last message, whatever its UID.
        if (uid <= from || deleted.has(uid)) continue;
        const place = here.get(uid);
        if (place === undefined) counts.missing += uid < end ? 1 : 0;
        else if (!place.isMarked && !hasFlags(place, readFlags(flags))) counts.flags += 1;
        if (place !== undefined && here.delete(uid)) both.push(place);
      }
      if (withContent) counts.content += await countOthers(client, both);
      return true;
    });
    // Numbered anew since: the next look reads it afresh.
    if (isDone !== true) break;
    counts.gone += here.size;
    if (!(await advance(places.length)) || last === undefined) break;
    after = last;
  }
  return { path: folder.path, role: folder.role, ...counts };
}

function hasFlags(place: MessageFlags, flags: MessageFlags): boolean {
  const { seen, answered, flagged, otherFlags } = flags;
  return (
    place.seen === seen &&
    place.answered === answered &&
    place.flagged === flagged &&
    place.otherFlags === otherFlags
  );
}

/** Messages whose bytes are not those here. One of which only a part is here is passed over. */
async function countOthers(client: ImapFlow, places: readonly CheckedPlace[]): Promise<number> {
  const hashes = new Map(
    places.flatMap(({ uid, contentHash }) => (contentHash === null ? [] : [[uid, contentHash]])),
  );
  if (hashes.size === 0) return 0;
  for (const uid of await findLarger(client, [...hashes.keys()], largestMessage))
    hashes.delete(uid);
  let others = 0;
  const query = { uid: true, source: true };
  for await (const { uid, source } of client.fetch(toUidSet([...hashes.keys()]), query, {
    uid: true,
  })) {
    const hash = hashes.get(uid);
    if (hash === undefined || source === undefined) continue;
    if (!createHash('sha256').update(source).digest().equals(hash)) others += 1;
  }
  return others;
}
