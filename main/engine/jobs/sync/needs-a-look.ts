import type { StatusObject } from 'imapflow';
import { type Folder, hasWork } from '../../store/folders.ts';
import { findWantedUids, type Wanted } from '../../store/message-parts.ts';
import { isAsKept } from './as-kept.ts';
import type { SyncContext } from './sync-context.ts';

/** How often flags are compared in a folder of which the server does not say that they changed, ms. */
const flagsInterval = 10 * 60_000;

/** Whether a folder that is not open has to be opened, by its counts; yes where there are none. */
export function needsALook(
  { db, clock }: SyncContext,
  folder: Folder,
  status: StatusObject | undefined,
  isAsked: boolean,
  wanted: Wanted,
): boolean {
  const { messages, uidNext, uidValidity } = status ?? {};
  if (folder.syncedAt === null || messages === undefined || uidNext === undefined) return true;
  if (uidValidity?.toString() !== folder.uidValidity || hasWork(db, folder.id)) return true;
  const highestModseq = status?.highestModseq?.toString() ?? null;
  if (findWantedUids(db, folder.id, wanted).length > 0) return true;
  if (!isAsKept(db, folder, { exists: messages, uidNext, highestModseq })) return true;
  return highestModseq === null && (isAsked || clock.now() - folder.syncedAt >= flagsInterval);
}
