import libmime from 'libmime';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { letterSize } from '../../../shared/letter-size.ts';
import type { DraftAttachment } from '../../../shared/model/draft-attachment.ts';
import { cleanPhoto, isCleanable } from '../photo/clean-photo.ts';
import { endingOf, safeName, sentName } from '../policy/attachment-name.ts';
import {
  appendPiece,
  countStoredBytes,
  findPiece,
  readPieces,
  replacePieces,
} from '../store/attachment-pieces.ts';
import { findConversationSubject } from '../store/conversations.ts';
import {
  chooseSize,
  findAnnouncedSizes,
  findDraftAttachment,
  findDraftAttachmentPlace,
  findDraftAttachments,
  findFile,
  finishDraftAttachment,
  insertDraftAttachment,
  insertDraftAttachmentFile,
  putBackDraftAttachment,
  removeDraftAttachment,
  renameDraftAttachment,
  type StoredAttachment,
} from '../store/draft-attachments.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { bothFigures, hasRoomFor, letterLimit } from './letter-limit.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** A letter with more files than this is an archive. */
const mostAttachments = 100;

/** The window makes photos smaller, and JPEGs of them. */
const smallerType = 'image/jpeg';

export function listDraftAttachments(
  { db, ledger }: SectionContext,
  { conversationId, kind }: CallInput<'draftAttachment.list'>,
): Result<CallOutput<'draftAttachment.list'>> {
  const attachments = findDraftAttachments(db, { conversationId, kind, writer: ledger.staff() });
  return success({ attachments: attachments.map(forWindow), limit: letterLimit(db) });
}

/** `letter-too-large` before a byte of it has come in. */
export function beginDraftAttachment(
  { db, ledger }: SectionContext,
  { conversationId, kind, name, size, photoSize }: CallInput<'draftAttachment.begin'>,
): Result<CallOutput<'draftAttachment.begin'>> {
  if (findConversationSubject(db, conversationId) === null) return notFound;
  const place = { conversationId, kind, writer: ledger.staff() };
  const announced = findAnnouncedSizes(db, place);
  if (announced.length >= mostAttachments) return failure('bad-request');
  if (!hasRoomFor(db, place, size)) {
    const asked = letterSize([...announced, size]);
    return failure('letter-too-large', bothFigures(asked, letterLimit(db).bytes));
  }
  const safe = safeName(name);
  const mimeType = photoSize === 'original' ? typeOf(safe) : smallerType;
  return success({
    id: insertDraftAttachment(db, place, { name: safe, mimeType, size, photoSize }),
  });
}

export function appendToDraftAttachment(
  { db, ledger }: SectionContext,
  { draftAttachmentId: id, photoSize, offset, content }: CallInput<'draftAttachment.append'>,
): Result<null> {
  const place = findDraftAttachmentPlace(db, id, ledger.staff());
  if (place === null) return notFound;
  const file = { id, photoSize };
  return inTransaction(db, (): Result<null> => {
    const isBegun = offset > 0 || photoSize === 'original';
    if (!isBegun && findFile(db, id, photoSize)?.privacy == null) {
      insertDraftAttachmentFile(db, id, photoSize, { mimeType: smallerType, size: 0 });
    }
    const announced = findFile(db, id, photoSize);
    if (announced === null) return notFound;
    // What is whole stays as it is.
    if (announced.privacy !== null) return failure('bad-request');
    const stored = countStoredBytes(db, file);
    const isTooMuch = photoSize === 'original' && stored + content.length > announced.size;
    if (offset !== stored || isTooMuch) return failure('bad-request');
    if (!hasRoomFor(db, place, photoSize === 'original' ? 0 : stored + content.length)) {
      return failure('letter-too-large');
    }
    appendPiece(db, file, content);
    return success(null);
  });
}

/** Nothing that tells of a place stays in the store, so nothing of it can leave. */
export function finishAttachment(
  { db, ledger, forgetting, changed }: SectionContext,
  { draftAttachmentId: id, photoSize, thumbnail }: CallInput<'draftAttachment.finish'>,
): Result<DraftAttachment> {
  const writer = ledger.staff();
  const place = findDraftAttachmentPlace(db, id, writer);
  const announced = findFile(db, id, photoSize);
  if (place === null || announced === null) return notFound;
  const file = { id, photoSize };
  const size = countStoredBytes(db, file);
  if (photoSize === 'original' && size !== announced.size) return failure('bad-request');
  const { conversationId } = place;
  ledger.write((record) => {
    const start = findPiece(db, file, 0) ?? Buffer.alloc(0);
    // What is no photo is not read as a whole, however large it is.
    const isWhole = isCleanable(start);
    const cleaned = cleanPhoto(isWhole ? readPieces(db, file) : start, announced.mimeType);
    if (cleaned.privacy === 'cleaned') replacePieces(db, file, cleaned.content);
    const { privacy, content } = cleaned;
    const known = { privacy, size: isWhole ? content.length : size };
    finishDraftAttachment(db, id, photoSize, known, thumbnail);
    record({ kind: 'draft-changed', conversationId });
  });
  // The photo as it was is in the log until that is emptied.
  forgetting.wake();
  changed(new Set([conversationId]));
  return shownOrNothing(findDraftAttachment(db, id, writer));
}

/** `letter-too-large` where the letter has no room for that size. */
export function choosePhotoSize(
  { db, ledger }: SectionContext,
  { draftAttachmentId: id, photoSize }: CallInput<'draftAttachment.choose'>,
): Result<DraftAttachment> {
  const writer = ledger.staff();
  const place = findDraftAttachmentPlace(db, id, writer);
  const wanted = findFile(db, id, photoSize);
  const present = findDraftAttachment(db, id, writer);
  if (place === null || present === null || wanted?.privacy == null) return notFound;
  const isLarger = wanted.size > present.size;
  if (isLarger && !hasRoomFor(db, place, wanted.size - present.size)) {
    return failure('letter-too-large');
  }
  chooseSize(db, id, photoSize);
  return shownOrNothing(findDraftAttachment(db, id, writer));
}

export function readDraftAttachment(
  { db, ledger }: SectionContext,
  { draftAttachmentId: id, piece }: CallInput<'draftAttachment.read'>,
): Result<CallOutput<'draftAttachment.read'>> {
  if (findDraftAttachmentPlace(db, id, ledger.staff()) === null) return notFound;
  const content = findPiece(db, { id, photoSize: 'original' }, piece);
  return success({ content: new Uint8Array(content ?? []) });
}

export function renameAttachment(
  { db, ledger }: SectionContext,
  { draftAttachmentId: id, name }: CallInput<'draftAttachment.rename'>,
): Result<DraftAttachment> {
  const writer = ledger.staff();
  const present = findDraftAttachment(db, id, writer);
  if (present === null) return notFound;
  renameDraftAttachment(db, id, safeName(name + endingOf(present.name)));
  return shownOrNothing(findDraftAttachment(db, id, writer));
}

/** One that is gone already is passed over. */
export function removeAttachments(
  { db, ledger, forgetting, changed, sync }: SectionContext,
  { draftAttachmentIds }: CallInput<'draftAttachment.remove'>,
  now: number,
): Result<null> {
  const writer = ledger.staff();
  for (const id of draftAttachmentIds) {
    const place = findDraftAttachmentPlace(db, id, writer);
    if (place === null) continue;
    removeDraftAttachment(db, id, now);
    changed(new Set([place.conversationId]));
  }
  forgetting.wake();
  // A conversation may have waited for it to be deleted as well.
  sync.poke();
  return success(null);
}

export function putBackAttachments(
  { db, ledger, changed }: SectionContext,
  { draftAttachmentIds }: CallInput<'draftAttachment.putBack'>,
): Result<null> {
  const writer = ledger.staff();
  for (const id of draftAttachmentIds) {
    const place = findDraftAttachmentPlace(db, id, writer);
    if (place === null) return notFound;
    putBackDraftAttachment(db, id);
    changed(new Set([place.conversationId]));
  }
  return success(null);
}

function shownOrNothing(attachment: StoredAttachment | null): Result<DraftAttachment> {
  return attachment === null ? notFound : success(forWindow(attachment));
}

/** A Buffer of the store's may be a part of a larger one, all of which would be handed over. */
function forWindow(attachment: StoredAttachment): DraftAttachment {
  const { thumbnail } = attachment;
  return {
    ...attachment,
    name: sentName(attachment),
    hasOriginal: attachment.hasOriginal === 1,
    thumbnail: thumbnail === null ? null : new Uint8Array(thumbnail),
  };
}

/** By the name's ending. A letter as a file goes as bytes: as a letter it may not be encoded (RFC 2046 5.2.1). */
function typeOf(name: string): string {
  const type = libmime.detectMimeType(name);
  return type.startsWith('message/') ? 'application/octet-stream' : type;
}
