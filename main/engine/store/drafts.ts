import type { ConversationId, MessageId, StaffId } from '../../../shared/ids.ts';
import type { Draft, DraftKind } from '../../../shared/model/draft.ts';
import { isEmptyLetter, type LetterContent } from '../../../shared/model/letter-content.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Whose draft, of which conversation and of which kind. */
export type DraftPlace = {
  readonly conversationId: ConversationId;
  readonly kind: DraftKind;
  readonly writer: { readonly id: StaffId; readonly name: string } | null;
};

type Row = Omit<Draft, 'cc' | 'bcc'> & { readonly cc: string; readonly bcc: string };

/** A draft whose writer is not known is whoever's looks at it. */
const own = `conversation_id = :conversationId AND staff_id IN (:staffId, '')`;

export function findDraft(db: SectionDatabase, place: DraftPlace): Draft | null {
  return findDrafts(db, place).find(({ kind }) => kind === place.kind) ?? null;
}

/** A person's drafts in a conversation, one of each kind at most. */
export function findDrafts(
  db: SectionDatabase,
  { conversationId, writer }: Pick<DraftPlace, 'conversationId' | 'writer'>,
): Draft[] {
  const rows = statement<Row>(
    db,
    `SELECT kind, text, html, cc, bcc, quote, message_id AS messageId, saved_at AS savedAt
     FROM draft WHERE ${own} ORDER BY staff_id = '', kind`,
  ).all({ conversationId, staffId: writer?.id ?? '' });
  const kinds = new Map<DraftKind, Draft>();
  for (const { cc, bcc, ...row } of rows) {
    if (kinds.has(row.kind)) continue;
    kinds.set(row.kind, {
      ...row,
      cc: JSON.parse(cc) as string[],
      bcc: JSON.parse(bcc) as string[],
    });
  }
  return [...kinds.values()];
}

/** Who else has a reply to it under way, by name. */
export function findOtherWriters(
  db: SectionDatabase,
  conversationId: ConversationId,
  staffId: StaffId | null,
): string[] {
  return statement<{ name: string }>(
    db,
    `SELECT staff_name AS name FROM draft WHERE conversation_id = ? AND kind = 'reply'
       AND staff_id NOT IN (?, '') AND staff_name <> '' ORDER BY name`,
  )
    .all(conversationId, staffId ?? '')
    .map(({ name }) => name);
}

/**
 * An empty content deletes the draft. A message that is not in the conversation is not remembered.
 * Throws SQLITE_CONSTRAINT_FOREIGNKEY for an unknown conversation.
 */
export function saveDraft(
  db: SectionDatabase,
  { conversationId, kind, writer }: DraftPlace,
  content: LetterContent,
  now: number,
  messageId: MessageId | null = null,
): void {
  const place = { conversationId, kind, staffId: writer?.id ?? '' };
  if (isEmptyLetter(content)) {
    statement(db, `DELETE FROM draft WHERE ${own} AND kind = :kind`).run(place);
    return;
  }
  statement(
    db,
    `UPDATE OR IGNORE draft SET staff_id = :staffId
     WHERE conversation_id = :conversationId AND kind = :kind AND staff_id = ''`,
  ).run(place);
  statement(
    db,
    `INSERT INTO draft (conversation_id, staff_id, staff_name, kind, message_id, text, html, cc, bcc,
       quote, saved_at)
     VALUES (:conversationId, :staffId, :staffName, :kind,
       (SELECT id FROM message WHERE id = :messageId AND conversation_id = :conversationId),
       :text, :html, :cc, :bcc, :quote, :now)
     ON CONFLICT (conversation_id, staff_id, kind) DO UPDATE
     SET staff_name = excluded.staff_name, message_id = excluded.message_id, text = excluded.text,
       html = excluded.html, cc = excluded.cc, bcc = excluded.bcc, quote = excluded.quote,
       saved_at = excluded.saved_at`,
  ).run({
    ...place,
    staffName: writer?.name ?? '',
    messageId,
    text: content.text,
    html: content.html,
    cc: JSON.stringify(content.cc),
    bcc: JSON.stringify(content.bcc),
    quote: content.quote,
    now,
  });
}

/** Notes that its change is on record. False when that is noted already, or there is no draft. */
export function markDraftRecorded(db: SectionDatabase, place: DraftPlace): boolean {
  const { conversationId, kind, writer } = place;
  const { changes } = statement(
    db,
    `UPDATE draft SET is_recorded = 1 WHERE ${own} AND kind = :kind AND is_recorded = 0`,
  ).run({ conversationId, kind, staffId: writer?.id ?? '' });
  return changes > 0;
}
