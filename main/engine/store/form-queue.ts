import type { MessageId } from '../../../shared/ids.ts';
import type { SampleMail } from '../../../shared/model/form-mail.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

const inInbox = `EXISTS (SELECT 1 FROM folder_message fm JOIN folder f ON f.id = fm.folder_id
  WHERE fm.message_id = m.id AND f.role = 'inbox')`;

/**
 * All mail with a text here that nothing was made of yet: a form is new, or reads otherwise. What a
 * person took back does not come again by itself.
 */
export function queueAllMail(db: SectionDatabase): void {
  statement(
    db,
    `INSERT OR IGNORE INTO form_queue (message_id)
     SELECT id FROM message m WHERE m.part <> 'head' AND NOT EXISTS (
       SELECT 1 FROM form_mail w WHERE w.message_id = m.id
         AND (w.state <> 'unread' OR json_extract(w.problem, '$.code') = 'taken-back'))`,
  ).run();
}

/** The oldest first. */
export function findQueuedMail(db: SectionDatabase, limit: number): MessageId[] {
  return statement<{ id: MessageId }>(
    db,
    'SELECT message_id AS id FROM form_queue ORDER BY message_id LIMIT ?',
  )
    .all(limit)
    .map(({ id }) => id);
}

export function countQueuedMail(db: SectionDatabase): number {
  return (
    statement<{ count: number }>(db, 'SELECT count(*) AS count FROM form_queue').get()?.count ?? 0
  );
}

export function takeFromQueue(db: SectionDatabase, messageId: MessageId): void {
  statement(db, 'DELETE FROM form_queue WHERE message_id = ?').run(messageId);
}

export function emptyQueue(db: SectionDatabase): void {
  statement(db, 'DELETE FROM form_queue').run();
}

/** What is looked at of a mail besides what it says. */
export type MailToRead = {
  readonly contentHash: Buffer;
  readonly deflated: Buffer;
};

/** Null when it is not in the inbox, unless it waits here since it was. */
export function findMailToRead(db: SectionDatabase, id: MessageId): MailToRead | null {
  const row = statement<MailToRead>(
    db,
    `SELECT m.content_hash AS contentHash, s.deflated FROM message m
     JOIN message_source s ON s.message_id = m.id WHERE m.id = ? AND (${inInbox} OR EXISTS (
       SELECT 1 FROM form_mail w WHERE w.message_id = m.id AND w.state = 'unread'))`,
  ).get(id);
  return row ?? null;
}

/** The newest mails of the inbox. */
export function findSampleMails(db: SectionDatabase, limit: number): SampleMail[] {
  return statement<SampleMail>(
    db,
    `SELECT id AS messageId, from_name AS fromName, from_address AS fromAddress, subject,
       sent_at AS sentAt
     FROM message m WHERE ${inInbox} ORDER BY sent_at DESC, id DESC LIMIT ?`,
  ).all(limit);
}
