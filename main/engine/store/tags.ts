import type { ConversationId } from '../../../shared/ids.ts';
import { withKeyword } from '../mail/imap/tag-keyword.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A tag of a section, and how many conversations have it. */
export type KeywordCount = { readonly keyword: string; readonly count: number };

export function countKeywords(db: SectionDatabase): KeywordCount[] {
  return statement<KeywordCount>(
    db,
    'SELECT keyword, count(DISTINCT conversation_id) AS count FROM conversation_tag GROUP BY keyword',
  ).all();
}

export function findKeywords(db: SectionDatabase, conversationId: ConversationId): string[] {
  return statement<{ keyword: string }>(
    db,
    'SELECT keyword FROM conversation_tag WHERE conversation_id = ? ORDER BY keyword',
  )
    .all(conversationId)
    .map(({ keyword }) => keyword);
}

/** As the section has it already, in whatever case. */
export function findSpelling(db: SectionDatabase, keyword: string): string {
  const row = statement<{ keyword: string }>(
    db,
    'SELECT keyword FROM conversation_tag WHERE keyword = ? LIMIT 1',
  ).get(keyword);
  return row?.keyword ?? keyword;
}

/** Whether tags are here alone, because the server keeps none. */
export function keepsTagsHere(db: SectionDatabase): boolean {
  const sql = `SELECT 1 FROM flag_action
    WHERE is_kept = 1 AND is_set = 1 AND flag <> 'keyword:$Forwarded' LIMIT 1`;
  return statement(db, sql).get() !== undefined;
}

type Place = {
  readonly folderId: number;
  readonly uid: number;
  readonly messageId: number;
  readonly otherFlags: string;
};

/**
 * Puts a tag on every letter of a conversation or takes it from all, and notes what the server is to be
 * told. Inside the caller's transaction, who has the conversation refreshed. False where it was so
 * already.
 */
export function tagMessages(
  db: SectionDatabase,
  conversationId: ConversationId,
  { keyword, isSet }: { readonly keyword: string; readonly isSet: boolean },
): boolean {
  const places = statement<Place>(
    db,
    `SELECT fm.folder_id AS folderId, fm.uid, fm.message_id AS messageId,
       fm.other_flags AS otherFlags
     FROM message m JOIN folder_message fm ON fm.message_id = m.id
     JOIN folder f ON f.id = fm.folder_id
     WHERE m.conversation_id = ? AND f.role <> 'drafts'`,
  )
    .all(conversationId)
    .map((place) => ({ ...place, tagged: withKeyword(place.otherFlags, keyword, isSet) }))
    .filter(({ otherFlags, tagged }) => tagged !== otherFlags);
  for (const { folderId, uid, messageId, tagged } of places) {
    statement(
      db,
      `INSERT INTO flag_action (folder_id, message_id, flag, is_set) VALUES (?, ?, ?, ?)
       ON CONFLICT (folder_id, message_id, flag) DO UPDATE SET is_set = excluded.is_set, is_kept = 0`,
    ).run(folderId, messageId, `keyword:${keyword}`, isSet ? 1 : 0);
    statement(db, 'UPDATE folder_message SET other_flags = ? WHERE folder_id = ? AND uid = ?').run(
      tagged,
      folderId,
      uid,
    );
  }
  return places.length > 0;
}

/** Which lists of tags a conversation is in. Inside the caller's transaction. */
export function listUnderTags(
  db: SectionDatabase,
  conversationId: ConversationId,
  newestAt: number,
  keywords: readonly string[],
): void {
  statement(db, 'DELETE FROM conversation_tag WHERE conversation_id = ?').run(conversationId);
  for (const keyword of keywords)
    statement(
      db,
      `INSERT OR IGNORE INTO conversation_tag (keyword, newest_at, conversation_id)
       VALUES (?, ?, ?)`,
    ).run(keyword, newestAt, conversationId);
}
