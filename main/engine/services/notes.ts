import { randomUUID } from 'node:crypto';
import type { CallInput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { ConversationId, NoteId } from '../../../shared/ids.ts';
import type { ChainKind } from '../../../shared/model/chain-entry.ts';
import type { ConversationAct } from '../../../shared/model/conversation-event.ts';
import { emptyLetter } from '../../../shared/model/letter-content.ts';
import { eraseNote, findNotes, insertEvent } from '../store/conversation-events.ts';
import { hasMessages } from '../store/conversations.ts';
import { saveDraft } from '../store/drafts.ts';
import { indexStaffWords } from '../store/search/staff-words.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** Puts a note into the conversation; what was a draft of it is gone in the same transaction. */
export function addNote(
  section: SectionContext,
  { conversationId, text }: CallInput<'note.add'>,
  now: number,
): Result<null> {
  const { db, ledger } = section;
  if (text.trim() === '') return failure('empty-note');
  if (!hasMessages(db, conversationId)) return notFound;
  write(section, conversationId, 'note-added', now, { type: 'note', body: { text } }, () =>
    saveDraft(db, { conversationId, kind: 'note', writer: ledger.staff() }, emptyLetter, now),
  );
  return success(null);
}

/** The words of before stay among the events, until the note is removed. */
export function changeNote(
  section: SectionContext,
  { conversationId, noteId, text }: CallInput<'note.change'>,
  now: number,
): Result<null> {
  if (text.trim() === '') return failure('empty-note');
  if (!isOwn(section, conversationId, noteId)) return notFound;
  const act = { type: 'note-changed', body: { noteId, text } } as const;
  write(section, conversationId, 'note-changed', now, act);
  return success(null);
}

export function removeNote(
  section: SectionContext,
  { conversationId, noteId }: CallInput<'note.remove'>,
  now: number,
): Result<null> {
  if (!isOwn(section, conversationId, noteId)) return notFound;
  const act = { type: 'note-removed', body: { noteId } } as const;
  write(section, conversationId, 'note-removed', now, act, () => {
    eraseNote(section.db, conversationId, noteId);
    // Its words leave the index with it.
    indexStaffWords(section.db);
  });
  section.forgetting.wake();
  return success(null);
}

function isOwn(
  { db, ledger }: SectionContext,
  conversationId: ConversationId,
  noteId: NoteId,
): boolean {
  const notes = findNotes(db, conversationId, ledger.staff()?.id ?? null);
  return notes.some(({ id, isOwn }) => id === noteId && isOwn);
}

function write(
  { db, ledger, changed }: SectionContext,
  conversationId: ConversationId,
  kind: ChainKind,
  at: number,
  act: ConversationAct,
  more: () => void = () => undefined,
): void {
  ledger.write((record) => {
    insertEvent(db, conversationId, { ...act, id: randomUUID(), actor: ledger.staff(), at });
    more();
    record({ kind, conversationId });
  });
  changed(new Set([conversationId]));
}
