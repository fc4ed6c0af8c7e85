import { z } from 'zod';
import { assertNever } from '../../../shared/assert-never.ts';
import { type ConversationId, MemberId, MessageId } from '../../../shared/ids.ts';
import { CopiedField } from '../../../shared/model/member.ts';
import { findConversationOf } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { Ledger, NewEntry } from './ledger.ts';

/** What the window hands out, and asks about before it does. */
export const LeftByWindow = z.discriminatedUnion('kind', [
  /** `host` is whom the link leads to: a site, or the address that a mail program writes to. */
  z.object({ kind: z.literal('link'), messageId: MessageId.nullable(), host: z.string() }),
  z.object({ kind: z.literal('contact'), messageId: MessageId, address: z.string() }),
  z.object({ kind: z.literal('member-copied'), memberId: MemberId, field: CopiedField }),
]);
export type LeftByWindow = Readonly<z.infer<typeof LeftByWindow>>;

/**
 * Everything that can leave this computer but mail, which the outbox records with its own move, a
 * disclosure, which is recorded with its approval, and a restore, which `Ledger.restored` begins a
 * chain again with.
 */
export type Left =
  | LeftByWindow
  | { readonly kind: 'attachment'; readonly messageId: MessageId; readonly path: string }
  /** On paper: a conversation, or with null the ledger itself; disclosures are in their service. */
  | {
      readonly kind: 'print';
      readonly count: number;
      readonly conversationId: ConversationId | null;
    }
  | { readonly kind: 'backup'; readonly file: string; readonly isAutomatic: boolean };

/** Records what is about to leave, and gives the sequence of the (last) entry. Call it first. */
export function recordLeft(
  { db, ledger }: { readonly db: SectionDatabase; readonly ledger: Ledger },
  ...left: readonly Left[]
): number {
  return ledger.write((record) => left.reduce((_, each) => record(toEntry(db, each)), 0));
}

function toEntry(db: SectionDatabase, left: Left): NewEntry {
  const { kind } = left;
  switch (left.kind) {
    case 'link':
      return { kind, target: left.host, ...ofMessage(db, left.messageId) };
    case 'contact':
      return { kind, target: left.address, ...ofMessage(db, left.messageId) };
    case 'member-copied':
      return { kind, target: String(left.memberId), detail: { field: left.field } };
    case 'attachment':
      return { kind, target: left.path, ...ofMessage(db, left.messageId) };
    case 'print':
      return { kind, conversationId: left.conversationId, detail: { count: left.count } };
    case 'backup':
      return { kind, target: left.file, ...(left.isAutomatic ? { by: null } : {}) };
    default:
      return assertNever(left);
  }
}

function ofMessage(db: SectionDatabase, messageId: MessageId | null) {
  const conversationId = messageId === null ? null : findConversationOf(db, messageId);
  return { messageId, conversationId };
}
