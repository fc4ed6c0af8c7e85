import type { ConversationId, StaffId } from '../../../shared/ids.ts';
import type { EditedDraft, EditedDraftChoice } from '../../../shared/model/edited-draft.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/**
 * One that lies in Drafts. `left` ones need no choice, or had it, and stay there; `settled` ones are
 * taken away.
 */
type EditPlace = {
  readonly version: string;
  readonly uidValidity: string;
  readonly uid: number;
  readonly conversationId: ConversationId;
};

export type NewEdit = EditPlace &
  EditedDraft & {
    /** Whose reply it is a version of; '' when that is not known. */
    readonly staffId: StaffId | '';
    /** It is known for a version of a copy of ours, not taken for one. */
    readonly isOurs: boolean;
    readonly state: 'offered' | 'left';
  };

/**
 * SQL: whether `e`, an edited draft, waits for the choice of the person whose id this expression
 * gives. Only where their reply still answers the same message: what one reader said must not get into
 * a letter to another. What was sent since is not asked about.
 */
export function isOfferedTo(staffId: string): string {
  return `(e.state = 'offered' AND e.staff_id IN (${staffId}, '')
    AND ${staffId} NOT IN (SELECT value FROM json_each(e.kept_by))
    AND EXISTS (SELECT 1 FROM draft o WHERE o.kind = 'reply' AND o.staff_id IN (${staffId}, '')
      AND o.conversation_id = e.conversation_id AND o.message_id = e.message_id)
    AND NOT EXISTS (SELECT 1 FROM outbox_item i WHERE i.kind = 'reply'
      AND i.message_id = e.message_id AND i.created_at > e.saved_at))`;
}

export function findEditPlaces(db: SectionDatabase): EditPlace[] {
  return statement<EditPlace>(
    db,
    `SELECT version, uid_validity AS uidValidity, uid, conversation_id AS conversationId
     FROM edited_draft`,
  ).all();
}

/** One that is known already, numbered anew, is only given its new place. */
export function keepEdit(db: SectionDatabase, edit: NewEdit): void {
  statement(
    db,
    `INSERT INTO edited_draft (version, uid_validity, uid, conversation_id, message_id, staff_id,
       is_ours, state, saved_at, text, html, has_files, problem)
     VALUES (:version, :uidValidity, :uid, :conversationId, :messageId, :staffId,
       :isOurs, :state, :savedAt, :text, :html, :hasFiles, :problem)
     ON CONFLICT (version) DO UPDATE
       SET uid_validity = excluded.uid_validity, uid = excluded.uid`,
  ).run({ ...edit, isOurs: edit.isOurs ? 1 : 0, hasFiles: edit.hasFiles ? 1 : 0 });
}

/** The newest that waits for a person's choice; null for none. */
export function findOfferedEdit(
  db: SectionDatabase,
  conversationId: ConversationId,
  staffId: StaffId | null,
): EditedDraft | null {
  const row = statement<Omit<EditedDraft, 'hasFiles'> & { readonly hasFiles: number }>(
    db,
    `SELECT version, message_id AS messageId, saved_at AS savedAt, text, html, has_files AS hasFiles, problem
     FROM edited_draft e WHERE conversation_id = :conversationId AND ${isOfferedTo(':staffId')}
     ORDER BY saved_at DESC, uid DESC LIMIT 1`,
  ).get({ conversationId, staffId: staffId ?? '' });
  return row === undefined ? null : { ...row, hasFiles: row.hasFiles === 1 };
}

/**
 * A person's choice about one version. It is taken away only when it is a version of a copy of ours
 * and its text was taken whole: what else is in Drafts may be all that is left of somebody's words.
 * The next copy is due: the program that saved it has taken the last one away. What it said is not
 * kept any longer here, unless it may be another's. False when there was nothing to choose.
 */
export function settleEdit(
  db: SectionDatabase,
  conversationId: ConversationId,
  staffId: StaffId | null,
  { version, choice }: { readonly version: string; readonly choice: EditedDraftChoice },
): boolean {
  const place = { conversationId, staffId: staffId ?? '', version };
  const kept = statement(
    db,
    `UPDATE edited_draft AS e SET kept_by = json_insert(kept_by, '$[#]', :staffId)
     WHERE version = :version AND conversation_id = :conversationId AND ${isOfferedTo(':staffId')}`,
  ).run(place);
  if (kept.changes === 0) return false;
  statement(
    db,
    `UPDATE edited_draft AS e SET staff_id = :staffId, text = '', html = NULL,
       state = iif(:choice = 'taken' AND is_ours AND NOT has_files AND problem IS NULL,
         'settled', 'left')
     WHERE version = :version AND (:choice = 'taken' OR staff_id = :staffId
       OR NOT EXISTS (SELECT 1 FROM draft d WHERE d.kind = 'reply'
         AND d.conversation_id = e.conversation_id AND d.message_id = e.message_id
         AND d.staff_id <> '' AND d.staff_id NOT IN (SELECT value FROM json_each(e.kept_by))))`,
  ).run({ staffId: place.staffId, version, choice });
  statement(
    db,
    `UPDATE server_draft SET saved_at = 0
     WHERE conversation_id = :conversationId AND staff_id IN (:staffId, '')`,
  ).run({ conversationId, staffId: place.staffId });
  return true;
}

/** Taken, and a newer copy is in their place, or there is no reply any more. */
export function findReplacedEdits(db: SectionDatabase): EditPlace[] {
  return statement<EditPlace>(
    db,
    `SELECT version, uid_validity AS uidValidity, uid, conversation_id AS conversationId
     FROM edited_draft e WHERE state = 'settled' AND NOT EXISTS (
       SELECT 1 FROM draft d WHERE d.kind = 'reply' AND d.conversation_id = e.conversation_id
         AND d.staff_id IN (e.staff_id, '') AND NOT EXISTS (
           SELECT 1 FROM server_draft s WHERE s.conversation_id = d.conversation_id
             AND s.staff_id = d.staff_id AND s.saved_at = d.saved_at AND s.uid IS NOT NULL))`,
  ).all();
}

export function forgetEdit(db: SectionDatabase, version: string): void {
  statement(db, 'DELETE FROM edited_draft WHERE version = ?').run(version);
}

/**
 * What became of replies that were sent or discarded. Where one comes back, it is read again. Beside
 * the reply of a colleague its place is still known: it must not be taken for a version of theirs.
 * Returns how many were forgotten.
 */
export function forgetEditsOfNone(db: SectionDatabase): number {
  const gone = statement(
    db,
    `DELETE FROM edited_draft WHERE state <> 'settled' AND NOT EXISTS (
       SELECT 1 FROM draft d WHERE d.kind = 'reply'
         AND d.conversation_id = edited_draft.conversation_id)`,
  ).run();
  const emptied = statement(
    db,
    `UPDATE edited_draft SET state = 'left', text = '', html = NULL
     WHERE state = 'offered' AND staff_id <> '' AND NOT EXISTS (
       SELECT 1 FROM draft d WHERE d.kind = 'reply'
         AND d.conversation_id = edited_draft.conversation_id
         AND d.staff_id IN (edited_draft.staff_id, ''))`,
  ).run();
  return gone.changes + emptied.changes;
}

/** Copies are not wanted any more: what became of them is not asked about. Returns how many there were. */
export function forgetUndecidedEdits(db: SectionDatabase): number {
  return statement(db, "DELETE FROM edited_draft WHERE state <> 'settled'").run().changes;
}
