import { randomUUID } from 'node:crypto';
import type { DraftAttachmentId, OutboxItemId } from '../../../shared/ids.ts';
import type { LetterKind } from '../../../shared/model/draft.ts';
import type {
  DraftAttachment,
  PhotoPrivacy,
  PhotoSize,
} from '../../../shared/model/draft-attachment.ts';
import type { DraftPlace } from './drafts.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Whose letter, in which conversation and of which kind. */
export type LetterPlace = Omit<DraftPlace, 'kind'> & { readonly kind: LetterKind };

/** As it is stored: under the name of its original, whatever size of it is sent. */
export type StoredAttachment = Omit<DraftAttachment, 'hasOriginal'> & {
  readonly hasOriginal: number;
};

/** One that is whole has its privacy looked at. */
const shown = `SELECT a.id, a.name, f.mime_type AS mimeType, f.size, a.photo_size AS photoSize,
  f.privacy, a.thumbnail, EXISTS (SELECT 1 FROM draft_attachment_file o
    WHERE o.draft_attachment_id = a.id AND o.photo_size = 'original') AS hasOriginal
  FROM draft_attachment a JOIN draft_attachment_file f
    ON f.draft_attachment_id = a.id AND f.photo_size = a.photo_size AND f.privacy IS NOT NULL`;

const own = `a.conversation_id = :conversationId AND a.staff_id = :staffId AND a.kind = :kind
  AND a.outbox_item_id IS NULL AND a.removed_at IS NULL`;

function keysOf({ conversationId, kind, writer }: LetterPlace) {
  return { conversationId, kind, staffId: writer?.id ?? '' };
}

/** The files of a letter, in the order that they were added in. */
export function findDraftAttachments(db: SectionDatabase, place: LetterPlace): StoredAttachment[] {
  return statement<StoredAttachment>(db, `${shown} WHERE ${own} ORDER BY a.id`).all(keysOf(place));
}

/** One of this person's, whole and not queued; null when there is none. */
export function findDraftAttachment(
  db: SectionDatabase,
  id: DraftAttachmentId,
  writer: DraftPlace['writer'],
): StoredAttachment | null {
  const query = `${shown} WHERE a.id = ? AND a.staff_id = ? AND a.outbox_item_id IS NULL`;
  return statement<StoredAttachment>(db, query).get(id, writer?.id ?? '') ?? null;
}

/** Where one of this person's belongs, whole or not; null when there is none, or it is queued. */
export function findDraftAttachmentPlace(
  db: SectionDatabase,
  id: DraftAttachmentId,
  writer: DraftPlace['writer'],
): LetterPlace | null {
  const row = statement<Omit<LetterPlace, 'writer'>>(
    db,
    `SELECT conversation_id AS conversationId, kind FROM draft_attachment
     WHERE id = ? AND staff_id = ? AND outbox_item_id IS NULL`,
  ).get(id, writer?.id ?? '');
  return row === undefined ? null : { ...row, writer };
}

/** What a letter that is queued has with it. */
export function findQueuedAttachments(db: SectionDatabase, id: OutboxItemId): StoredAttachment[] {
  return statement<StoredAttachment>(db, `${shown} WHERE a.outbox_item_id = ? ORDER BY a.id`).all(
    id,
  );
}

/** The sizes of all that a letter will have with it, those that are coming in among them. */
export function findAnnouncedSizes(db: SectionDatabase, place: LetterPlace): number[] {
  return statement<{ size: number }>(
    db,
    `SELECT f.size FROM draft_attachment a JOIN draft_attachment_file f
       ON f.draft_attachment_id = a.id AND f.photo_size = a.photo_size WHERE ${own}`,
  )
    .all(keysOf(place))
    .map(({ size }) => size);
}

/** Announces a file of so many bytes. Throws for an unknown conversation. */
export function insertDraftAttachment(
  db: SectionDatabase,
  place: LetterPlace,
  file: {
    readonly name: string;
    readonly photoSize: PhotoSize;
    readonly mimeType: string;
    readonly size: number;
  },
): DraftAttachmentId {
  const { name, photoSize, ...first } = file;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO draft_attachment (token, conversation_id, staff_id, kind, name, photo_size)
     VALUES (:token, :conversationId, :staffId, :kind, :name, :photoSize)`,
  ).run({ ...keysOf(place), token: randomUUID(), name, photoSize });
  const id = Number(lastInsertRowid) as DraftAttachmentId;
  insertDraftAttachmentFile(db, id, photoSize, first);
  return id;
}

type StoredFile = {
  readonly mimeType: string;
  /** As announced, in bytes, until it is whole. */
  readonly size: number;
  /** Null until it is whole. */
  readonly privacy: PhotoPrivacy | null;
};

/** One size of an attachment, whole or not. */
export function findFile(
  db: SectionDatabase,
  id: DraftAttachmentId,
  photoSize: PhotoSize,
): StoredFile | null {
  const row = statement<StoredFile>(
    db,
    `SELECT mime_type AS mimeType, size, privacy FROM draft_attachment_file
     WHERE draft_attachment_id = ? AND photo_size = ?`,
  ).get(id, photoSize);
  return row ?? null;
}

/** In place of what there is of that size. */
export function insertDraftAttachmentFile(
  db: SectionDatabase,
  id: DraftAttachmentId,
  photoSize: PhotoSize,
  file: { readonly mimeType: string; readonly size: number },
): void {
  const place = { id, photoSize };
  statement(
    db,
    `DELETE FROM draft_attachment_file
     WHERE draft_attachment_id = :id AND photo_size = :photoSize`,
  ).run(place);
  statement(
    db,
    `INSERT INTO draft_attachment_file (draft_attachment_id, photo_size, mime_type, size)
     VALUES (:id, :photoSize, :mimeType, :size)`,
  ).run({ ...place, ...file });
}

/** Its bytes are known and looked at: from now on this size is the one that is sent. */
export function finishDraftAttachment(
  db: SectionDatabase,
  id: DraftAttachmentId,
  photoSize: PhotoSize,
  file: { readonly size: number; readonly privacy: PhotoPrivacy },
  thumbnail: Uint8Array | null,
): void {
  statement(
    db,
    `UPDATE draft_attachment_file SET size = :size, privacy = :privacy
     WHERE draft_attachment_id = :id AND photo_size = :photoSize`,
  ).run({ id, photoSize, ...file });
  statement(
    db,
    `UPDATE draft_attachment SET photo_size = :photoSize,
       thumbnail = coalesce(:thumbnail, thumbnail) WHERE id = :id`,
  ).run({ id, photoSize, thumbnail });
}

/** False when there is no such size of it. */
export function chooseSize(
  db: SectionDatabase,
  id: DraftAttachmentId,
  photoSize: PhotoSize,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE draft_attachment SET photo_size = :photoSize WHERE id = :id AND EXISTS (
       SELECT 1 FROM draft_attachment_file WHERE draft_attachment_id = :id
         AND photo_size = :photoSize AND privacy IS NOT NULL)`,
  ).run({ id, photoSize });
  return changes === 1;
}

export function renameDraftAttachment(
  db: SectionDatabase,
  id: DraftAttachmentId,
  name: string,
): void {
  statement(db, 'UPDATE draft_attachment SET name = ? WHERE id = ?').run(name, id);
}

/** It can be put back until it is forgotten. What has not come in whole is gone at once. */
export function removeDraftAttachment(
  db: SectionDatabase,
  id: DraftAttachmentId,
  now: number,
): void {
  statement(db, 'UPDATE draft_attachment SET removed_at = ? WHERE id = ?').run(now, id);
  statement(
    db,
    `DELETE FROM draft_attachment WHERE id = :id AND NOT EXISTS (
       SELECT 1 FROM draft_attachment_file WHERE draft_attachment_id = :id
         AND privacy IS NOT NULL)`,
  ).run({ id });
}

export function putBackDraftAttachment(db: SectionDatabase, id: DraftAttachmentId): void {
  statement(db, 'UPDATE draft_attachment SET removed_at = NULL WHERE id = ?').run(id);
}

/** How long one that was removed can be put back, in ms: longer than "Undo" is shown. */
const putBackFor = 60_000;

/** Those that cannot be put back any more. In how many ms there are more of them; null for never. */
export function forgetRemovedAttachments(db: SectionDatabase, now: number): number | null {
  statement(
    db,
    'DELETE FROM draft_attachment WHERE removed_at <= ? AND outbox_item_id IS NULL',
  ).run(now - putBackFor);
  const row = statement<{ first: number | null }>(
    db,
    'SELECT min(removed_at) AS first FROM draft_attachment',
  ).get();
  const first = row?.first ?? null;
  // A clock that was put back does not keep them for longer.
  return first === null ? null : Math.min(putBackFor, first + putBackFor - now);
}

/** What an end of the app cut short, and what is not needed any more. Nobody may be at work yet. */
export function clearDraftAttachments(db: SectionDatabase): void {
  statement(
    db,
    `DELETE FROM draft_attachment WHERE removed_at IS NOT NULL
       OR outbox_item_id IN (SELECT id FROM outbox_item WHERE filed = 1)
       OR NOT EXISTS (SELECT 1 FROM draft_attachment_file f
         WHERE f.draft_attachment_id = draft_attachment.id
           AND f.photo_size = draft_attachment.photo_size AND f.privacy IS NOT NULL)`,
  ).run();
  statement(db, 'DELETE FROM draft_attachment_file WHERE privacy IS NULL').run();
}

/** They go with the letter, and come back with it. */
export function queueAttachments(
  db: SectionDatabase,
  ids: readonly DraftAttachmentId[],
  outboxItemId: OutboxItemId,
): void {
  statement(
    db,
    `UPDATE draft_attachment SET outbox_item_id = :outboxItemId
     WHERE id IN (SELECT value FROM json_each(:ids)) AND outbox_item_id IS NULL`,
  ).run({ ids: JSON.stringify(ids), outboxItemId });
}

/** The letter was taken back: they belong to whoever has it now. */
export function takeBackAttachments(
  db: SectionDatabase,
  outboxItemId: OutboxItemId,
  place: LetterPlace,
): void {
  statement(
    db,
    `UPDATE draft_attachment SET outbox_item_id = NULL, conversation_id = :conversationId,
       staff_id = :staffId, kind = :kind WHERE outbox_item_id = :outboxItemId`,
  ).run({ ...keysOf(place), outboxItemId });
}
