import type { ImapFlow } from 'imapflow';
import type { SectionSettings } from '../../../../shared/model/section-settings.ts';
import { refusedCommand } from '../../mail/connection-error.ts';
import type { Folder } from '../../store/folders.ts';
import { findWantedUids, type Wanted } from '../../store/message-parts.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findSectionSettings } from '../../store/section-settings.ts';
import type { SyncContext } from './sync-context.ts';
import { toUidSet } from './uid-set.ts';

/** Messages of a folder that are fetched alike, newest first. */
export type Portion = {
  readonly uids: readonly number[];
  readonly want: 'body' | 'head';
};

/** Beyond so many, every older message has its head here before the first of them has its text. */
const headsFirst = 20_000;

const megabyte = 1024 * 1024;

/** What of the section's mail is to be here. */
export function wantedBy(
  { bodyMonths, wholeUpToMb }: Pick<SectionSettings, 'bodyMonths' | 'wholeUpToMb'>,
  now: number,
): Wanted {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - bodyMonths);
  return { since: bodyMonths === 0 ? 0 : since.getTime(), upTo: wholeUpToMb * megabyte };
}

/** The same as it is chosen now. */
export function wantedNow({ db, clock }: Pick<SyncContext, 'db' | 'clock'>): Wanted {
  return wantedBy(findSectionSettings(db), clock.now());
}

/**
 * Divides what is missing of the selected folder by what is wanted of it, and adds what is here in part
 * and wanted as more.
 */
export async function divide(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
  missing: readonly number[],
  wanted: Wanted,
): Promise<readonly Portion[]> {
  const more = findWantedUids(db, folder.id, wanted);
  const recent = await findRecent(client, missing, wanted.since);
  const isRecent = (uid: number): boolean => recent === null || recent.has(uid);
  const bodies = [...missing.filter(isRecent), ...more].sort((a, b) => b - a);
  const heads = missing.filter((uid) => !isRecent(uid));
  const later = bodies.slice(headsFirst);
  return [
    { uids: bodies.slice(0, headsFirst), want: 'body' as const },
    { uids: [...notYet(later, more), ...heads], want: 'head' as const },
    { uids: later, want: 'body' as const },
  ].filter(({ uids }) => uids.length > 0);
}

/** The same of a few, without asking the server about the others: it may have to look at each first. */
export async function divideFew(
  client: ImapFlow,
  missing: readonly number[],
  { since }: Wanted,
): Promise<readonly Portion[]> {
  const old = new Set<number>();
  if (since > 0 && missing.length > 0) {
    const query = { uid: true, internalDate: true };
    for await (const { uid, internalDate } of client.fetch(toUidSet(missing), query, { uid: true }))
      if (new Date(internalDate ?? Date.now()).getTime() < since) old.add(uid);
  }
  return [
    { uids: missing.filter((uid) => !old.has(uid)), want: 'body' as const },
    { uids: missing.filter((uid) => old.has(uid)), want: 'head' as const },
  ].filter(({ uids }) => uids.length > 0);
}

function notYet(uids: readonly number[], here: readonly number[]): readonly number[] {
  const known = new Set(here);
  return uids.filter((uid) => !known.has(uid));
}

/** Those that came since; null for all of them. SINCE knows days (RFC 9051 6.4.4). */
async function findRecent(
  client: ImapFlow,
  missing: readonly number[],
  since: number,
): Promise<ReadonlySet<number> | null> {
  if (since === 0 || missing.length === 0) return null;
  const found = await client.search({ since: new Date(since) }, { uid: true });
  if (!Array.isArray(found)) throw refusedCommand('SEARCH');
  return new Set(found);
}
