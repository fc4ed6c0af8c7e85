import type { MessageId } from '../../../shared/ids.ts';
import { withKeyword } from '../mail/imap/tag-keyword.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** What is told to the server of a message: that it was read, answered or flagged, and its keywords. */
export type MessageFlag = 'seen' | 'answered' | 'flagged' | `keyword:${string}`;

/** The keyword of a flag that is one. */
export function keywordOf(flag: MessageFlag): string | null {
  return flag.startsWith('keyword:') ? flag.slice('keyword:'.length) : null;
}

/** A change of a flag that the server has not been told of, or would not take. */
export type FlagAction = {
  readonly messageId: number;
  readonly uid: number;
  readonly flag: MessageFlag;
  readonly isSet: boolean;
};

/** Of a folder, or of one message in it alone. */
export function findFlagActions(
  db: SectionDatabase,
  folderId: number,
  messageId: MessageId | null = null,
): readonly FlagAction[] {
  return statement<Omit<FlagAction, 'isSet'> & { isSet: number }>(
    db,
    `SELECT a.message_id AS messageId, fm.uid, a.flag, a.is_set AS isSet FROM flag_action a
     JOIN folder_message fm ON fm.folder_id = a.folder_id AND fm.message_id = a.message_id
     WHERE a.folder_id = :folderId${messageId === null ? '' : ' AND a.message_id = :messageId'}`,
  )
    .all({ folderId, messageId })
    .map((row) => ({ ...row, isSet: row.isSet === 1 }));
}

/** Keywords of ours by UID that stand over what the server says: some have not reached it. */
export function findKeywordActions(
  db: SectionDatabase,
  folderId: number,
  messageId: MessageId | null = null,
): ReadonlyMap<number, readonly FlagAction[]> {
  return Map.groupBy(
    findFlagActions(db, folderId, messageId).filter(({ flag }) => keywordOf(flag) !== null),
    ({ uid }) => uid,
  );
}

/** The other flags of a place with the keywords that staff put there or took away. */
export function withActions(otherFlags: string, actions: readonly FlagAction[] = []): string {
  return actions.reduce((flags, { flag, isSet }) => {
    const keyword = keywordOf(flag);
    return keyword === null ? flags : withKeyword(flags, keyword, isSet);
  }, otherFlags);
}

/** The server takes no such flag: it stays here, and the server is not asked for ever. */
export function keepFlagActions(
  db: SectionDatabase,
  folderId: number,
  refused: readonly FlagAction[],
): void {
  inTransaction(db, () => {
    for (const { messageId, flag, isSet } of refused) {
      statement(
        db,
        `UPDATE flag_action SET is_kept = 1
         WHERE folder_id = ? AND message_id = ? AND flag = ? AND is_set = ?`,
      ).run(folderId, messageId, flag, isSet ? 1 : 0);
    }
  });
}

/** Forgets actions that the server has carried out, unless staff changed their mind meanwhile. */
export function removeFlagActions(
  db: SectionDatabase,
  folderId: number,
  done: readonly FlagAction[],
): void {
  inTransaction(db, () => {
    for (const { messageId, flag, isSet } of done) {
      statement(
        db,
        `DELETE FROM flag_action
         WHERE folder_id = ? AND message_id = ? AND flag = ? AND is_set = ?`,
      ).run(folderId, messageId, flag, isSet ? 1 : 0);
    }
  });
}

/**
 * A message has another place now: what the server has not been told of it goes along, and shows
 * there. Inside the caller's transaction.
 */
export function takeFlagsAlong(db: SectionDatabase, messageId: MessageId, folderId: number): void {
  const { changes } = statement(
    db,
    `UPDATE OR REPLACE flag_action SET folder_id = :folderId
     WHERE message_id = :messageId AND NOT EXISTS (
       SELECT 1 FROM folder_message fm
       WHERE fm.folder_id = flag_action.folder_id AND fm.message_id = :messageId)`,
  ).run({ messageId, folderId });
  const waits = statement(
    db,
    'SELECT 1 FROM flag_action WHERE folder_id = ? AND message_id = ? LIMIT 1',
  ).get(folderId, messageId);
  if (changes === 0 && waits === undefined) return;
  const flags = ['seen', 'answered', 'flagged'].map(
    (flag) => `${flag} = coalesce((SELECT is_set FROM flag_action a WHERE a.flag = '${flag}'
      AND a.folder_id = :folderId AND a.message_id = :messageId), ${flag})`,
  );
  statement(
    db,
    `UPDATE folder_message SET ${flags.join(', ')}
     WHERE folder_id = :folderId AND message_id = :messageId`,
  ).run({ messageId, folderId });
  for (const [uid, actions] of findKeywordActions(db, folderId, messageId))
    saveKeywords(db, { folderId, uid }, actions);
}

function saveKeywords(
  db: SectionDatabase,
  place: { readonly folderId: number; readonly uid: number },
  actions: readonly FlagAction[],
): void {
  const row = statement<{ flags: string }>(
    db,
    'SELECT other_flags AS flags FROM folder_message WHERE folder_id = :folderId AND uid = :uid',
  ).get(place);
  statement(
    db,
    'UPDATE folder_message SET other_flags = :flags WHERE folder_id = :folderId AND uid = :uid',
  ).run({ ...place, flags: withActions(row?.flags ?? '', actions) });
}
