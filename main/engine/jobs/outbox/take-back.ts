import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { OutboxItemId } from '../../../../shared/ids.ts';
import type { Draft } from '../../../../shared/model/draft.ts';
import type { OutboxItem } from '../../../../shared/model/outbox-item.ts';
import { recordDraftChange } from '../../ledger/record-draft.ts';
import { refreshConversation } from '../../store/conversation-summaries.ts';
import { takeBackAttachments } from '../../store/draft-attachments.ts';
import { findDraft, saveDraft } from '../../store/drafts.ts';
import {
  findAnsweredMessage,
  findHeaderMessageId,
  findLetter,
  findOutboxItem,
} from '../../store/outbox-items.ts';
import { moveOutboxItem, removeOutboxItem } from '../../store/outbox-moves.ts';
import { countRecipients } from '../../store/outbox-recipients.ts';
import { joinLetters } from './join-letters.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { undoDone } from './undo-done.ts';

/**
 * Makes a letter that nobody has its conversation's draft again, as it was; before what was typed
 * since, if anything was. A conversation that was done with it is not any more. Of a letter about a
 * registration there is no draft: null.
 */
export function takeBack(
  deps: Pick<OutboxDependencies, 'db' | 'ledger' | 'clock' | 'undoDecision'>,
  id: OutboxItemId,
): Result<Draft | null> {
  const { db, ledger, clock } = deps;
  const item = findOutboxItem(db, id);
  if (item === null) return failure('not-found');
  const { kind } = item;
  if (kind === 'registration') return takeBackRegistration(deps, item);
  const draft = ledger.write((record): Draft | null => {
    if (countRecipients(db, id).accepted > 0) return null;
    // Failed is no door to send from, so nothing can begin to send it in between.
    const from = ['waiting', 'queued', 'failed'] as const;
    if (!moveOutboxItem(db, id, { from, to: 'failed' })) return null;
    const place = {
      conversationId: item.conversationId,
      kind,
      writer: ledger.staff(),
    };
    const typed = findDraft(db, place);
    const letter = findLetter(db, id);
    if (letter === null) return null;
    const withdrawn = { ...letter, messageId: findAnsweredMessage(db, id) };
    const { messageId, ...content } = typed === null ? withdrawn : joinLetters(withdrawn, typed);
    saveDraft(db, place, content, clock.now(), messageId);
    undoDone(db, item, { actor: ledger.staff(), at: clock.now() });
    takeBackAttachments(db, id, place);
    recordDraftChange(db, record, place);
    removeOutboxItem(db, id);
    return findDraft(db, place);
  });
  return draft === null ? failure('outbox-state-changed') : success(draft);
}

/** There is no draft to go back to: staff decide again. */
function takeBackRegistration(
  { db, ledger, undoDecision }: Pick<OutboxDependencies, 'db' | 'ledger' | 'undoDecision'>,
  { id, conversationId }: OutboxItem,
): Result<null> {
  const isBack = ledger.write((record) => {
    if (countRecipients(db, id).accepted > 0) return false;
    if (!moveOutboxItem(db, id, { from: ['waiting', 'queued', 'failed'], to: 'failed' }))
      return false;
    const headerMessageId = findHeaderMessageId(db, id);
    if (headerMessageId !== null) undoDecision(record, headerMessageId);
    removeOutboxItem(db, id);
    refreshConversation(db, conversationId);
    return true;
  });
  return isBack ? success(null) : failure('outbox-state-changed');
}
