import type { FormId, MemberId, MessageId } from '../../../shared/ids.ts';
import { FormProblem, WaitingMail } from '../../../shared/model/form-mail.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type FormMail = {
  readonly messageId: MessageId;
  readonly contentHash: Buffer;
  readonly headerMessageId: string | null;
  readonly formId: FormId;
} & (
  | { readonly state: 'made' | 'repeat'; readonly memberId: MemberId; readonly problem: null }
  | { readonly state: 'unread'; readonly memberId: null; readonly problem: FormProblem }
);

/** What became of a mail; of one that could not be read, what became of it now. */
export function putFormMail(db: SectionDatabase, { problem, ...mail }: FormMail): void {
  statement(
    db,
    `INSERT INTO form_mail
       (content_hash, message_id, header_message_id, form_id, member_id, state, problem)
     VALUES (:contentHash, :messageId, :headerMessageId, :formId, :memberId, :state, :problem)
     ON CONFLICT (content_hash) DO UPDATE SET form_id = excluded.form_id,
       member_id = excluded.member_id, state = excluded.state, problem = excluded.problem`,
  ).run({ ...mail, problem: problem === null ? null : JSON.stringify(problem) });
}

/**
 * Whether something became of a mail with these very bytes: then it is the same mail, come again. What
 * a person took back is read again only by one who asks for it by name.
 */
export function isSettled(
  db: SectionDatabase,
  messageId: MessageId,
  contentHash: Buffer,
  isNamed: boolean,
): boolean {
  const known = statement<{ id: number; state: string; code: string | null }>(
    db,
    `SELECT id, state, json_extract(problem, '$.code') AS code FROM form_mail
     WHERE content_hash = ?`,
  ).get(contentHash);
  if (known === undefined) return false;
  statement(db, 'UPDATE form_mail SET message_id = ? WHERE id = ?').run(messageId, known.id);
  return known.state !== 'unread' || (known.code === 'taken-back' && !isNamed);
}

/** Which member an earlier mail of this Message-ID was made into. */
export function findMemberOfHeader(
  db: SectionDatabase,
  headerMessageId: string | null,
): MemberId | null {
  if (headerMessageId === null) return null;
  const row = statement<{ id: MemberId }>(
    db,
    `SELECT member_id AS id FROM form_mail
     WHERE header_message_id = ? AND member_id IS NOT NULL LIMIT 1`,
  ).get(headerMessageId);
  return row?.id ?? null;
}

/** Registrations that nobody has decided about, with this email address. */
export function findNewMembersWith(db: SectionDatabase, foldedEmail: string): MemberId[] {
  return statement<{ id: MemberId }>(
    db,
    `SELECT m.id FROM member_email e JOIN member m ON m.id = e.member_id
     WHERE e.folded = ? AND m.status = 'new' ORDER BY m.id`,
  )
    .all(foldedEmail)
    .map(({ id }) => id);
}

type WaitingRow = Omit<WaitingMail, 'problem' | 'isSetAside'> & {
  readonly problem: string;
  readonly state: string;
};

const waiting = `SELECT w.message_id AS messageId, m.from_name AS fromName,
    m.from_address AS fromAddress, m.subject, m.sent_at AS sentAt, w.form_id AS formId,
    coalesce(f.name, '') AS formName, w.problem, w.state
  FROM form_mail w JOIN message m ON m.id = w.message_id LEFT JOIN form f ON f.id = w.form_id`;

/** The oldest first. */
export function findWaitingMails(
  db: SectionDatabase,
  isSetAside: boolean,
  page: { readonly offset: number; readonly limit: number },
): WaitingMail[] {
  return statement<WaitingRow>(
    db,
    `${waiting} WHERE w.state = :state ORDER BY m.sent_at, m.id LIMIT :limit OFFSET :offset`,
  )
    .all({ ...page, state: isSetAside ? 'set-aside' : 'unread' })
    .map(toWaiting);
}

export function findWaitingMail(db: SectionDatabase, messageId: MessageId): WaitingMail | null {
  const row = statement<WaitingRow>(
    db,
    `${waiting} WHERE w.message_id = ? AND w.problem IS NOT NULL`,
  ).get(messageId);
  return row === undefined ? null : toWaiting(row);
}

function toWaiting({ problem, state, ...row }: WaitingRow): WaitingMail {
  return WaitingMail.parse({
    ...row,
    problem: FormProblem.parse(JSON.parse(problem)),
    isSetAside: state === 'set-aside',
  });
}

export function countWaitingMails(db: SectionDatabase): {
  readonly unread: number;
  readonly setAside: number;
} {
  const row = statement<{ unread: number; setAside: number }>(
    db,
    `SELECT count(*) FILTER (WHERE state = 'unread') AS unread,
       count(*) FILTER (WHERE state = 'set-aside') AS setAside
     FROM form_mail WHERE problem IS NOT NULL AND message_id IS NOT NULL`,
  ).get();
  return row ?? { unread: 0, setAside: 0 };
}

/** False when it does not wait any more. */
export function setFormMailAside(
  db: SectionDatabase,
  messageId: MessageId,
  isSetAside: boolean,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE form_mail SET state = ? WHERE message_id = ? AND problem IS NOT NULL`,
  ).run(isSetAside ? 'set-aside' : 'unread', messageId);
  return changes > 0;
}

/** A person has made the member of a mail that waits. */
export function settleFormMail(
  db: SectionDatabase,
  messageId: MessageId,
  memberId: MemberId,
): void {
  statement(
    db,
    `UPDATE form_mail SET state = 'made', problem = NULL, member_id = ?
     WHERE message_id = ? AND problem IS NOT NULL`,
  ).run(memberId, messageId);
}

/** A member is taken back who was made of a mail: that waits again, so that nothing of it is lost. */
export function reopenFormMails(db: SectionDatabase, memberId: MemberId): void {
  const problem: FormProblem = { code: 'taken-back', about: [] };
  statement(
    db,
    `UPDATE form_mail SET state = 'unread', problem = ?, member_id = NULL WHERE member_id = ?`,
  ).run(JSON.stringify(problem), memberId);
}
