import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { ImapFlow } from 'imapflow';
import type { ConversationId } from '../../../../shared/ids.ts';
import { digestOfWords, isAsWritten } from '../../mail/imap/draft-marks.ts';
import { removeDraftCopy } from '../../mail/imap/drafts-folder.ts';
import { type DraftHead, listDrafts, readDraft } from '../../mail/imap/read-drafts.ts';
import {
  findEditPlaces,
  findReplacedEdits,
  forgetEdit,
  keepEdit,
  type NewEdit,
} from '../../store/edited-drafts.ts';
import {
  type CopiedReply,
  draftToken,
  findCopiedReplies,
  findPlacedCopies,
  wasCopied,
} from '../../store/server-drafts.ts';
import type { ServerDraftsDependencies } from './server-drafts-dependencies.ts';
import { type Recognised, whoseReply } from './whose-reply.ts';

type EditDependencies = Pick<
  ServerDraftsDependencies,
  'db' | 'mime' | 'clock' | 'account' | 'changed'
>;

/** A draft with files may be larger; its words are then read where it was written. Bytes. */
const largestRead = 10 * 1024 * 1024;

/** In characters: what a letter may have, and what of HTML is worth cleaning. */
const longestText = 1_000_000;
const longestHtml = 500_000;

/**
 * Looks through Drafts for what another program has made of our copies, and keeps what it says.
 * Nothing there is changed. `written` are places whose bytes a Fumibako wrote, remembered from one
 * look to the next. Told of are the conversations where there is more, or less, to choose now: also
 * where the server ends the look, for what was kept until then is known and not found once more.
 */
export async function noticeEdits(
  deps: EditDependencies,
  client: ImapFlow,
  path: string,
  written: Set<string>,
): Promise<void> {
  const changed = new Set<ConversationId>();
  try {
    await keepEdits(deps, client, path, written, changed);
  } finally {
    if (changed.size > 0) deps.changed(changed);
  }
}

async function keepEdits(
  deps: EditDependencies,
  client: ImapFlow,
  path: string,
  written: Set<string>,
  changed: Set<ConversationId>,
): Promise<void> {
  const { db } = deps;
  const copies = findPlacedCopies(db);
  const edits = findEditPlaces(db);
  const known = new Set([...copies, ...edits].map(keyOf));
  const { places, heads } = await listDrafts(
    client,
    path,
    (place) => known.has(keyOf(place)) || written.has(keyOf(place)),
  );
  const replies = findCopiedReplies(db);
  const ownAddress = deps.account()?.senderAddress ?? '';
  const tokenOf = (answered: string, staffId: CopiedReply['staffId']) =>
    draftToken(db, { answered, staffId });
  for (const head of heads) {
    const recognised = whoseReply(head, { ownAddress, replies, copies, tokenOf });
    if (recognised === null) continue;
    const edit = await readEdit(deps, client, path, head, recognised);
    if (edit === 'written-here') written.add(keyOf(head));
    if (edit === null || edit === 'written-here') continue;
    keepEdit(db, edit);
    if (edit.state === 'offered') changed.add(edit.conversationId);
  }
  // Saved once more there, sent from there or thrown away: nobody is to choose about it any more.
  const present = new Set(places.map(keyOf));
  for (const edit of findEditPlaces(db)) {
    if (present.has(keyOf(edit))) continue;
    forgetEdit(db, edit.version);
    changed.add(edit.conversationId);
  }
}

/** Takes away those whose text somebody has taken, once our own copy is in their place. */
export async function removeReplacedEdits(
  { db }: Pick<EditDependencies, 'db'>,
  client: ImapFlow,
  path: string,
): Promise<void> {
  for (const edit of findReplacedEdits(db)) {
    // The account may be another by now, with the same numbers.
    const source = await readDraft(client, path, edit);
    if (source !== null && versionOf(source) === edit.version)
      await removeDraftCopy(client, path, edit);
    forgetEdit(db, edit.version);
  }
}

async function readEdit(
  { db, mime, clock }: EditDependencies,
  client: ImapFlow,
  path: string,
  head: DraftHead,
  { reply, isOurs }: Recognised,
): Promise<NewEdit | 'written-here' | null> {
  const { conversationId, staffId, messageId, text: draft } = reply;
  const { uidValidity, uid, size, marks } = head;
  const about = {
    uidValidity,
    uid,
    conversationId,
    messageId,
    staffId,
    isOurs,
    savedAt: head.savedAt ?? clock.now(),
  };
  const unread = { ...about, state: 'offered', text: '', html: null, hasFiles: false } as const;
  if (size > largestRead) {
    const version = versionOf(`${keyOf(head)} ${size}`);
    return { ...unread, version, problem: 'too-large' };
  }
  const source = await readDraft(client, path, head);
  if (source === null) return null;
  const version = versionOf(source);
  const parsed = await mime.tryParse(deflateRawSync(source));
  // A machine with much to do, perhaps: it is read with the next look.
  if (parsed === null) return null;
  const { text, html, attachments } = parsed;
  const digest = digestOfWords(text);
  if (isAsWritten(marks, digest)) return 'written-here';
  const hasFiles = attachments.length > 0;
  // No parser can read it, or there is nothing but files, an encrypted body perhaps.
  if (text.trim() === '') return { ...unread, version, hasFiles, problem: 'unreadable' };
  if (text.length > longestText) return { ...unread, version, hasFiles, problem: 'too-large' };
  // Saved there as it was; a copy of ours never has a file.
  const isSame = digest === digestOfWords(draft) || wasCopied(db, about, digest);
  if (isSame && !hasFiles) return { ...unread, version, state: 'left', problem: null };
  return {
    ...unread,
    version,
    text,
    html: html !== null && html.length <= longestHtml ? html : null,
    hasFiles,
    problem: null,
  };
}

function versionOf(source: Buffer | string): string {
  return createHash('sha256').update(source).digest('hex');
}

function keyOf({ uidValidity, uid }: { uidValidity: string | null; uid: number | null }): string {
  return `${uidValidity} ${uid}`;
}
