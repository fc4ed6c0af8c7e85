import type { ConversationId, MemberId, MessageId, OutboxItemId } from '../../../shared/ids.ts';
import type { MemberField } from '../../../shared/model/member.ts';
import type { Decision } from '../../../shared/model/registration.ts';
import { personOf } from './merge-group.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type NewReview = {
  /** Of the change that the decision made. */
  readonly sequence: number;
  readonly memberId: MemberId;
  readonly decision: Decision;
  readonly fields: readonly MemberField[];
  /** Of the letter; null for none. */
  readonly headerMessageId: string | null;
};

type ReviewKey = Pick<NewReview, 'sequence' | 'memberId'>;

export function insertReview(db: SectionDatabase, { fields, ...review }: NewReview): void {
  statement(
    db,
    `INSERT INTO member_review (sequence, member_id, decision, fields, header_message_id)
     VALUES (:sequence, :memberId, :decision, :fields, :headerMessageId)`,
  ).run({ ...review, fields: JSON.stringify(fields) });
}

/** The review that a letter tells of; null for every other letter. */
export function findReviewOfLetter(db: SectionDatabase, headerMessageId: string): ReviewKey | null {
  const row = statement<ReviewKey>(
    db,
    'SELECT sequence, member_id AS memberId FROM member_review WHERE header_message_id = ?',
  ).get(headerMessageId);
  return row ?? null;
}

/**
 * The letter of a review; null for none. `id` is null once it leaves or has left: it cannot be called
 * back, also when the outbox knows nothing of it any more.
 */
export function findLetterOfReview(
  db: SectionDatabase,
  sequence: number,
): { readonly id: OutboxItemId | null } | null {
  const row = statement<{ id: OutboxItemId | null }>(
    db,
    `SELECT o.id FROM member_review r LEFT JOIN outbox_item o
       ON o.header_message_id = r.header_message_id AND o.state IN ('waiting', 'queued', 'failed')
     WHERE r.sequence = ? AND r.header_message_id IS NOT NULL AND r.is_taken_back = 0`,
  ).get(sequence);
  return row ?? null;
}

export function markTakenBack(db: SectionDatabase, sequence: number): void {
  statement(db, 'UPDATE member_review SET is_taken_back = 1 WHERE sequence = ?').run(sequence);
}

/** The corrections that a member was asked for and has written about, with the first such message. */
export function findNewAnswers(
  db: SectionDatabase,
): readonly (ReviewKey & { readonly messageId: MessageId })[] {
  return statement<ReviewKey & { messageId: MessageId }>(
    db,
    // What a machine answers by itself answers nothing (RFC 3834).
    `SELECT r.sequence, r.member_id AS memberId, min(m.id) AS messageId
     FROM member_review r
     JOIN thread_reference t ON t.header_message_id = r.header_message_id
     JOIN message m ON m.conversation_id = t.conversation_id
     WHERE r.decision = 'needs-info' AND r.is_answered = 0 AND r.is_taken_back = 0
       AND m.direction = 'in' AND m.automation NOT IN ('bounce', 'auto-replied')
     GROUP BY r.sequence`,
  ).all();
}

export function markAnswered(db: SectionDatabase, sequence: number, messageId: MessageId): void {
  statement(db, 'UPDATE member_review SET is_answered = 1, answer_id = ? WHERE sequence = ?').run(
    messageId,
    sequence,
  );
}

/** What the member last answered; null for nothing, its conversation null where it is gone. */
export function findAnswer(
  db: SectionDatabase,
  memberId: MemberId,
): { readonly conversationId: ConversationId | null } | null {
  const row = statement<{ conversationId: ConversationId | null }>(
    db,
    `SELECT (SELECT conversation_id FROM message WHERE id = r.answer_id) AS conversationId
     FROM member_review r WHERE member_id = ? AND is_answered = 1 ORDER BY sequence DESC LIMIT 1`,
  ).get(memberId);
  return row ?? null;
}

/**
 * Addresses on the record that a letter about a registration, or one with everything that is held,
 * is of; none where it is of nobody.
 */
export function findRegistrantEmails(db: SectionDatabase, headerMessageId: string): string[] {
  return statement<{ address: string }>(
    db,
    `SELECT e.address FROM member_review r JOIN member_email e ON e.member_id = r.member_id
     WHERE r.header_message_id = :headerMessageId
     UNION ALL
     SELECT e.address FROM member_request r JOIN member_email e ON e.member_id IN ${personOf('r.member_id')}
     WHERE r.header_message_id = :headerMessageId`,
  )
    .all({ headerMessageId })
    .map(({ address }) => address);
}

type StoredReview = Pick<NewReview, 'decision' | 'fields'> & {
  readonly at: number;
  readonly staffName: string;
  readonly isTakenBack: boolean;
  readonly isAnswered: boolean;
};

/** Every decision about the registrations of these members, oldest first. */
export function findReviewsOf(
  db: SectionDatabase,
  memberIds: readonly MemberId[],
): readonly StoredReview[] {
  type Row = Omit<StoredReview, 'fields' | 'isTakenBack' | 'isAnswered'> & {
    readonly fields: string;
    readonly isTakenBack: 0 | 1;
    readonly isAnswered: 0 | 1;
  };
  return statement<Row>(
    db,
    `SELECT e.at, e.staff_name AS staffName, r.decision, r.fields, r.is_taken_back AS isTakenBack,
       r.is_answered AS isAnswered
     FROM member_review r JOIN chain_entry e ON e.sequence = r.sequence
     WHERE r.member_id IN (SELECT value FROM json_each(?)) ORDER BY r.sequence`,
  )
    .all(JSON.stringify(memberIds))
    .map(({ fields, isTakenBack, isAnswered, ...row }) => ({
      ...row,
      fields: JSON.parse(fields) as MemberField[],
      isTakenBack: isTakenBack === 1,
      isAnswered: isAnswered === 1,
    }));
}
