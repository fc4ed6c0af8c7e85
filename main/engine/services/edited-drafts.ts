import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { findOfferedEdit, settleEdit } from '../store/edited-drafts.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { viewing } from './viewing.ts';

/** What another program made of the reply of whoever is signed in; null where there is nothing to choose. */
export function findEditedDraft(
  section: SectionContext,
  { conversationId }: CallInput<'editedDraft.find'>,
): Result<CallOutput<'editedDraft.find'>> {
  const staffId = section.ledger.staff()?.id ?? null;
  return success(
    viewing(section, conversationId, (db) => findOfferedEdit(db, conversationId, staffId)),
  );
}

/** The text itself comes into the draft as what is typed does, before this. */
export function settleEditedDraft(
  { db, ledger, serverDrafts, forgetting }: SectionContext,
  { conversationId, version, choice }: CallInput<'editedDraft.settle'>,
): Result<null> {
  const staffId = ledger.staff()?.id ?? null;
  const choose = () => settleEdit(db, conversationId, staffId, { version, choice });
  if (!inTransaction(db, choose)) return notFound;
  serverDrafts.look();
  forgetting.wake();
  return success(null);
}
