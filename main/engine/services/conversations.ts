import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { isEmptyLetter } from '../../../shared/model/letter-content.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { ReplyTarget } from '../../../shared/model/reply-target.ts';
import { parseSearch } from '../../../shared/search/parse-search.ts';
import { recordDraftChange } from '../ledger/record-draft.ts';
import { replyRecipient } from '../policy/reply-recipient.ts';
import { findAccount } from '../store/account.ts';
import { findChosenReminder, findNotes, findState } from '../store/conversation-events.ts';
import {
  findConversationSubject,
  findConversations,
  findIsFlagged,
} from '../store/conversations.ts';
import {
  type DraftPlace,
  findDraft,
  findDrafts,
  findOtherWriters,
  saveDraft,
} from '../store/drafts.ts';
import { findFolder } from '../store/folders.ts';
import { findMessages } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { findUnfiledOutboxItems } from '../store/outbox-items.ts';
import { compileSearch } from '../store/search/compile-search.ts';
import { markConversationSeen } from '../store/seen-actions.ts';
import { findKeywords } from '../store/tags.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { toTag } from './tags.ts';
import { viewing } from './viewing.ts';

export function listConversations(
  { db }: SectionContext,
  input: CallInput<'conversation.list'>,
): Result<CallOutput<'conversation.list'>> {
  const query = input.query.trim();
  const search = query === '' ? null : compileSearch(db, parseSearch(query, Date.now()));
  // There is nothing in it to look for.
  if (query !== '' && search === null) return success({ total: 0, items: [], isCut: false });
  const { view, order, offset, limit } = input;
  const { items, ...found } = findConversations(db, { view, search, order, offset, limit });
  return success({
    ...found,
    items: items.map(({ keywords, ...item }) => ({ ...item, tags: keywords.map(toTag) })),
  });
}

/** On record unless it is open already. */
export function readConversation(
  section: SectionContext,
  { conversationId }: CallInput<'conversation.read'>,
): Result<CallOutput<'conversation.read'>> {
  const subject = findConversationSubject(section.db, conversationId);
  if (subject === null) return notFound;
  const wasOpen = section.inView.has(conversationId);
  const read = viewing(section, conversationId, (db) =>
    assemble(db, conversationId, subject, section.ledger.staff()),
  );
  if (!wasOpen) section.serverDrafts.opened(conversationId);
  return success(read);
}

/** The next look at it is on record again. */
export function closeConversation(
  { inView, serverDrafts }: SectionContext,
  { conversationId }: CallInput<'conversation.close'>,
): Result<null> {
  inView.delete(conversationId);
  serverDrafts.look();
  return success(null);
}

function assemble(
  db: SectionDatabase,
  conversationId: ConversationId,
  subject: string,
  writer: DraftPlace['writer'],
): CallOutput<'conversation.read'> {
  const messages = findMessages(db, conversationId);
  const drafts = findDrafts(db, { conversationId, writer });
  const draft = drafts.find(({ kind }) => kind === 'reply');
  const ownAddress = findAccount(db)?.senderAddress ?? '';
  const answered = messages.find(({ id }) => id === draft?.messageId);
  return {
    id: conversationId,
    subject,
    messages,
    outbox: findUnfiledOutboxItems(db, conversationId),
    isFlagged: findIsFlagged(db, conversationId),
    tags: findKeywords(db, conversationId).map(toTag),
    state: findState(db, conversationId) ?? { status: 'open', due: null, wakesAt: null },
    remindAt: findChosenReminder(db, conversationId)?.remindAt ?? null,
    notes: findNotes(db, conversationId, writer?.id ?? null),
    drafts,
    draftTarget: answered === undefined ? null : targetOf(answered, ownAddress),
    alsoWriting: findOtherWriters(db, conversationId, writer?.id ?? null),
    replyTo: newestTarget(withoutThrown(db, messages), ownAddress),
  };
}

/** Marks at once here; the server is told when the connection is next free. */
export function markSeen(
  { db, sync, changed }: SectionContext,
  { conversationId, seen }: CallInput<'conversation.markSeen'>,
): Result<null> {
  if (markConversationSeen(db, conversationId, seen)) {
    changed(new Set([conversationId]));
    sync.poke();
  }
  return success(null);
}

export function keepDraft(
  { db, sync, forgetting, serverDrafts, ledger, changed }: SectionContext,
  { conversationId, kind, content, messageId }: CallInput<'draft.save'>,
  now: number,
): Result<null> {
  if (findConversationSubject(db, conversationId) === null) return notFound;
  const place = { conversationId, kind, writer: ledger.staff() };
  const hadDraft = findDraft(db, place) !== null;
  const hasDraft = !isEmptyLetter(content);
  ledger.write((record) => {
    saveDraft(db, place, content, now, messageId);
    recordDraftChange(db, record, place);
    if (hadDraft && !hasDraft) record({ kind: 'draft-discarded', conversationId });
  });
  if (kind === 'reply') serverDrafts.look();
  // A row shows that there is a draft, not what is in it: most saves change no row.
  if (hadDraft !== hasDraft) changed(new Set([conversationId]));
  if (hadDraft && !hasDraft) {
    forgetting.wake();
    // Its conversation may have waited for it to be deleted as well.
    sync.poke();
  }
  return success(null);
}

/** What was taken for junk or thrown away is not what a reply is to, unless there is nothing else. */
function withoutThrown(
  db: SectionDatabase,
  messages: readonly MessageHeaders[],
): readonly MessageHeaders[] {
  const thrown = [findFolder(db, 'junk')?.id, findFolder(db, 'trash')?.id];
  const kept = messages.filter(
    ({ folderIds }) => folderIds.length === 0 || folderIds.some((id) => !thrown.includes(id)),
  );
  return kept.length > 0 ? kept : messages;
}

/** A machine that answers for a reader, or for a server, is not who a reply is for. */
function newestTarget(messages: readonly MessageHeaders[], ownAddress: string): ReplyTarget | null {
  const received = messages.filter(({ direction }) => direction === 'in');
  const newest =
    received.findLast(
      ({ automation }) => automation !== 'bounce' && automation !== 'auto-replied',
    ) ?? received.at(-1);
  return newest === undefined ? null : targetOf(newest, ownAddress);
}

function targetOf(message: MessageHeaders, ownAddress: string): ReplyTarget {
  return { messageId: message.id, recipient: replyRecipient(message, ownAddress) };
}
