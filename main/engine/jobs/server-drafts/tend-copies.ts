import { deflateRawSync } from 'node:zlib';
import type { ImapFlow } from 'imapflow';
import { digestOfWords, isAsWritten, readDraftMarks } from '../../mail/imap/draft-marks.ts';
import { findDraftCopies, removeDraftCopy } from '../../mail/imap/drafts-folder.ts';
import { type DraftPlaceOnServer, readDraft } from '../../mail/imap/read-drafts.ts';
import {
  endCopy,
  findUncertainCopies,
  removeCopy,
  type ServerDraft,
} from '../../store/server-drafts.ts';
import type { ServerDraftsDependencies } from './server-drafts-dependencies.ts';

type CopyDependencies = Pick<ServerDraftsDependencies, 'db' | 'mime'>;

/** What a kill left open: a copy that got there is found by its Message-ID, another was none. */
export async function settleCopies(
  deps: CopyDependencies,
  client: ImapFlow,
  path: string,
): Promise<void> {
  for (const { headerMessageId } of findUncertainCopies(deps.db)) {
    const place = await findUnchanged(deps, client, path, headerMessageId);
    if (place === 'unread') continue;
    if (place === null) removeCopy(deps.db, headerMessageId);
    else endCopy(deps.db, headerMessageId, place);
  }
}

export async function removeCopies(
  deps: CopyDependencies,
  client: ImapFlow,
  path: string,
  copies: readonly ServerDraft[],
): Promise<void> {
  for (const { headerMessageId, uid, uidValidity } of copies) {
    if (uid === null || uidValidity === null) continue;
    const places = await findDraftCopies(client, path, headerMessageId);
    const isAsItWas = places.every((place) => place.uidValidity === uidValidity);
    // RFC 9051 2.3.1.1: the number is that of the same bytes for ever, until they are numbered anew.
    const place = isAsItWas
      ? places.find((one) => one.uid === uid)
      : await findUnchanged(deps, client, path, headerMessageId);
    if (place === 'unread') continue;
    if (place) await removeDraftCopy(client, path, place);
    removeCopy(deps.db, headerMessageId);
  }
}

/**
 * Under its Message-ID, and saying what it said: another program's version of it is not ours to take.
 * 'unread' where the parser gave up on one: it may be ours, and is looked at again.
 */
async function findUnchanged(
  { mime }: CopyDependencies,
  client: ImapFlow,
  path: string,
  headerMessageId: string,
): Promise<DraftPlaceOnServer | 'unread' | null> {
  let isUnread = false;
  for (const place of await findDraftCopies(client, path, headerMessageId)) {
    const source = await readDraft(client, path, place);
    if (source === null) continue;
    const parsed = await mime.tryParse(deflateRawSync(source));
    if (parsed === null) isUnread = true;
    else if (isAsWritten(readDraftMarks(source), digestOfWords(parsed.text))) return place;
  }
  return isUnread ? 'unread' : null;
}
