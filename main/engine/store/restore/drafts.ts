import type { ConversationId, StaffId } from '../../../../shared/ids.ts';
import type { Draft } from '../../../../shared/model/draft.ts';
import { findDraft, saveDraft } from '../drafts.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findConversation, findSameMessage, hasConversation } from './find-counterpart.ts';

type StoredDraft = Draft & {
  readonly conversationId: ConversationId;
  readonly staffId: StaffId | '';
  readonly staffName: string;
};

/** How many drafts would be taken along, and how many have no conversation to go to. */
export function countNewerDrafts(
  current: SectionDatabase,
  backup: SectionDatabase,
): { readonly taken: number; readonly lost: number } {
  const known = new Set(allDrafts(backup).map(({ text }) => text));
  const newer = allDrafts(current).filter(({ text }) => !known.has(text));
  const taken = newer.filter((draft) => hasConversation(current, backup, draft.conversationId));
  return { taken: taken.length, lost: newer.length - taken.length };
}

/**
 * Brings every draft of the present database along. Where the backup has another for the same
 * conversation the newer one stays if it goes on from that, else both, one after the other: what
 * staff typed is never dropped.
 */
export function takeDraftsAlong(current: SectionDatabase, restored: SectionDatabase): void {
  for (const draft of allDrafts(current)) {
    const conversationId = findConversation(current, restored, draft.conversationId);
    if (conversationId === null) continue;
    const { messageId } = draft;
    const answered = messageId === null ? null : findSameMessage(current, restored, messageId);
    const { kind, staffId, staffName } = draft;
    const writer = staffId === '' ? null : { id: staffId, name: staffName };
    const place = { conversationId, kind, writer };
    const older = findDraft(restored, place)?.text ?? '';
    const goesOn = draft.text.startsWith(older);
    const content = goesOn ? draft : { ...draft, text: `${older}\n\n${draft.text}`, html: null };
    saveDraft(restored, place, content, draft.savedAt, answered?.messageId ?? null);
  }
}

/** What is in the account's Drafts is there whatever is restored: as copies of nothing, to be replaced. */
export function takeDraftCopiesAlong(current: SectionDatabase, restored: SectionDatabase): void {
  const copies = statement<{ id: string; uidValidity: string | null; uid: number | null }>(
    current,
    'SELECT header_message_id AS id, uid_validity AS uidValidity, uid FROM server_draft',
  ).all();
  // Those that the backup knew of may be gone: looked at as copies of nothing too.
  statement(
    restored,
    `UPDATE server_draft SET conversation_id = 0, staff_id = '', saved_at = 0`,
  ).run();
  for (const copy of copies) {
    statement(
      restored,
      `INSERT OR REPLACE INTO server_draft
         (header_message_id, conversation_id, staff_id, saved_at, uid_validity, uid)
       VALUES (:id, 0, '', 0, :uidValidity, :uid)`,
    ).run(copy);
  }
}

function allDrafts(db: SectionDatabase): StoredDraft[] {
  const rows = statement<
    Omit<StoredDraft, 'cc' | 'bcc'> & { readonly cc: string; readonly bcc: string }
  >(
    db,
    `SELECT conversation_id AS conversationId, staff_id AS staffId, staff_name AS staffName, kind,
       message_id AS messageId, text, html, cc, bcc, quote, saved_at AS savedAt
     FROM draft ORDER BY conversation_id, id`,
  ).all();
  return rows.map((row) => ({
    ...row,
    cc: JSON.parse(row.cc) as string[],
    bcc: JSON.parse(row.bcc) as string[],
  }));
}
