import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { recordLeft } from '../ledger/record-left.ts';
import { isOpenPrint } from '../store/chain-entries.ts';
import { findMessages } from '../store/messages.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** Paper leaves as a file does: it is recorded before the dialog opens. */
export function recordConversationPrint(
  section: SectionContext,
  { conversationId }: CallInput<'conversation.print'>,
  now: number,
): Result<CallOutput<'conversation.print'>> {
  const count = findMessages(section.db, conversationId).length;
  if (count === 0) return notFound;
  const entry = recordLeft(section, { kind: 'print', count, conversationId });
  return success({ entry, by: section.ledger.staff()?.name ?? '', at: now });
}

export function recordNotPrinted(
  { db, ledger }: SectionContext,
  { conversationId, entry }: CallInput<'conversation.notPrinted'>,
): Result<null> {
  if (!isOpenPrint(db, entry, conversationId)) return notFound;
  ledger.write((record) => {
    record({ kind: 'outcome', conversationId, detail: { outcome: 'not-done', concerns: entry } });
  });
  return success(null);
}
