import type { MessageId } from '../../../../shared/ids.ts';
import type { Attachment } from '../../../../shared/model/attachment.ts';
import type { IngestedMessage } from '../../mail/mime/ingest-message.ts';
import { toFileWords } from '../../mail/mime/search-fields.ts';
import { inTransaction } from '../in-transaction.ts';
import { insertWords } from '../message-parts.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';

/** A message whose words in the index are of before. */
export type Waiting = {
  readonly id: MessageId;
  readonly contentHash: Buffer;
  /** Raw deflate. */
  readonly deflated: Buffer;
};

/** Some of them, those that came last first. */
export function findWaiting(db: SectionDatabase, limit: number): Waiting[] {
  return statement<Waiting>(
    db,
    `SELECT m.id, m.content_hash AS contentHash, s.deflated FROM search_queue q
     JOIN message m ON m.id = q.message_id JOIN message_source s ON s.message_id = m.id
     ORDER BY q.message_id DESC LIMIT ?`,
  ).all(limit);
}

/** Writes their words anew. What has changed meanwhile has them already. */
export function renewWords(
  db: SectionDatabase,
  renewed: readonly { readonly waiting: Waiting; readonly ingested: IngestedMessage }[],
): void {
  inTransaction(db, () => {
    for (const { waiting, ingested } of renewed) {
      const { id, contentHash } = waiting;
      statement(db, 'DELETE FROM search_queue WHERE message_id = ?').run(id);
      const row = statement<{ contentHash: Buffer; attachments: string }>(
        db,
        'SELECT content_hash AS contentHash, attachments FROM message WHERE id = ?',
      ).get(id);
      if (row === undefined || !row.contentHash.equals(contentHash)) continue;
      // Of a part of a message it is the server that knows the files.
      const files = toFileWords(JSON.parse(row.attachments) as readonly Attachment[]);
      statement(db, 'DELETE FROM message_search WHERE rowid = ?').run(id);
      insertWords(db, id, { ...ingested, search: { ...ingested.search, attachments: files } });
    }
  });
}
