import { randomUUID } from 'node:crypto';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Actor } from '../ledger/ledger.ts';
import {
  findChosenReminder,
  findNewestArrival,
  insertEvent,
} from '../store/conversation-events.ts';
import { hasMessages } from '../store/conversations.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { findSectionSettings } from '../store/section-settings.ts';

const day = 24 * 60 * 60_000;

/**
 * Has staff told if the reader does not answer a reply, where the section's settings say so and
 * nobody has chosen a time for this one. Runs in the transaction that queues it;
 * `sentAt` is when it leaves.
 */
export function followUp(
  db: SectionDatabase,
  conversationId: ConversationId,
  actor: Actor | null,
  { now, sentAt }: { readonly now: number; readonly sentAt: number },
): void {
  const { followUpDays } = findSectionSettings(db);
  if (followUpDays === 0 || !hasMessages(db, conversationId)) return;
  const chosen = findChosenReminder(db, conversationId);
  if (chosen !== null && (chosen.remindAt ?? now + 1) > now) return;
  insertEvent(db, conversationId, {
    id: randomUUID(),
    type: 'reminder',
    body: {
      remindAt: sentAt + followUpDays * day,
      after: findNewestArrival(db, conversationId),
    },
    actor,
    at: now,
  });
}
