import { randomUUID } from 'node:crypto';
import type { CallInput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ConversationAct } from '../../../shared/model/conversation-event.ts';
import { findNewestArrival, insertEvent } from '../store/conversation-events.ts';
import { refreshConversation } from '../store/conversation-summaries.ts';
import { hasMessages } from '../store/conversations.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { notFound, type SectionContext } from './section-context.ts';

export function setStatus(
  section: SectionContext,
  { conversationId, status }: CallInput<'conversation.setStatus'>,
  now: number,
): Result<null> {
  return act(section, conversationId, now, (after) => ({
    type: 'status',
    body: { status, after },
  }));
}

export function snooze(
  section: SectionContext,
  { conversationId, until }: CallInput<'conversation.snooze'>,
  now: number,
): Result<null> {
  return act(section, conversationId, now, (after) => ({
    type: 'snoozed',
    body: { until, after },
  }));
}

export function remind(
  section: SectionContext,
  { conversationId, remindAt }: CallInput<'conversation.remind'>,
  now: number,
): Result<null> {
  return act(section, conversationId, now, (after) => ({
    type: 'reminder',
    body: { remindAt, after },
  }));
}

/** Writes what the person did, and how the conversation stands by it. */
function act(
  { db, ledger, waking, changed }: SectionContext,
  conversationId: ConversationId,
  at: number,
  toAct: (after: number) => ConversationAct,
): Result<null> {
  if (!hasMessages(db, conversationId)) return notFound;
  inTransaction(db, () => {
    const done = toAct(findNewestArrival(db, conversationId));
    insertEvent(db, conversationId, { ...done, id: randomUUID(), actor: ledger.staff(), at });
    refreshConversation(db, conversationId);
  });
  changed(new Set([conversationId]));
  waking.look();
  return success(null);
}
