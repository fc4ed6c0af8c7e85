import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { foldText } from '../../../shared/fold-text.ts';
import { CannedReplyId } from '../../../shared/ids.ts';
import type { CannedReply } from '../../../shared/model/canned-reply.ts';
import {
  countUse,
  eraseCannedReply as erase,
  findCannedReplies,
  findCannedReply,
  findCannedVersions,
  insertCannedVersion,
  markCannedReplyDeleted,
  putCannedReply,
} from '../store/canned-replies.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { notFound, type SectionContext } from './section-context.ts';

export function listCannedReplies({ db }: SectionContext): Result<CallOutput<'canned.list'>> {
  return success(findCannedReplies(db));
}

export function cannedHistory(
  { db }: SectionContext,
  { cannedReplyId }: CallInput<'canned.history'>,
): Result<CallOutput<'canned.history'>> {
  return success(findCannedVersions(db, cannedReplyId));
}

/** On record, with what it says from now on beside what it said before. */
export function saveCannedReply(
  { db, ledger }: SectionContext,
  { cannedReplyId, content }: CallInput<'canned.save'>,
  now: number,
): Result<CannedReply> {
  if (cannedReplyId !== null && findCannedReply(db, cannedReplyId) === null) return notFound;
  if (isKeyTaken(db, content.key, cannedReplyId)) return failure('canned-key-taken');
  const id = cannedReplyId ?? CannedReplyId.parse(randomUUID());
  const writer = ledger.staff();
  ledger.write((record) => {
    putCannedReply(db, id, content);
    insertCannedVersion(db, {
      id: randomUUID(),
      cannedReplyId: id,
      at: now,
      staffId: writer?.id ?? null,
      staffName: writer?.name ?? '',
      ...content,
    });
    record({ kind: 'canned-reply-changed', target: content.name });
  });
  return found(db, id);
}

/** It is out of every list, and can be brought back. */
export function removeCannedReply(
  { db, ledger }: SectionContext,
  { cannedReplyId }: CallInput<'canned.remove'>,
  now: number,
): Result<null> {
  const reply = findCannedReply(db, cannedReplyId);
  if (reply === null) return notFound;
  ledger.write((record) => {
    if (markCannedReplyDeleted(db, cannedReplyId, now))
      record({ kind: 'canned-reply-removed', target: reply.name });
  });
  return success(null);
}

export function bringCannedReplyBack(
  { db, ledger }: SectionContext,
  { cannedReplyId }: CallInput<'canned.bringBack'>,
): Result<CannedReply> {
  const reply = findCannedReply(db, cannedReplyId);
  if (reply === null) return notFound;
  ledger.write((record) => {
    if (!markCannedReplyDeleted(db, cannedReplyId, null)) return;
    if (isKeyTaken(db, reply.key, cannedReplyId))
      putCannedReply(db, cannedReplyId, { ...reply, key: '' });
    record({ kind: 'canned-reply-changed', target: reply.name });
  });
  return found(db, cannedReplyId);
}

export function eraseCannedReply(
  { db, ledger, forgetting }: SectionContext,
  { cannedReplyId }: CallInput<'canned.erase'>,
): Result<null> {
  const reply = findCannedReply(db, cannedReplyId);
  const isErased =
    reply !== null &&
    ledger.write((record) => {
      if (!erase(db, cannedReplyId)) return false;
      record({ kind: 'canned-reply-removed', target: reply.name });
      return true;
    });
  if (!isErased) return notFound;
  forgetting.wake();
  return success(null);
}

export function countCannedReplyUse(
  { db }: SectionContext,
  { cannedReplyId }: CallInput<'canned.used'>,
  now: number,
): Result<null> {
  return countUse(db, cannedReplyId, now) ? success(null) : notFound;
}

/** Typed in another width or case it is the same key. */
function isKeyTaken(db: SectionDatabase, key: string, own: CannedReplyId | null): boolean {
  if (key === '') return false;
  return findCannedReplies(db).some(
    (other) =>
      other.id !== own && other.deletedAt === null && foldText(other.key) === foldText(key),
  );
}

function found(db: SectionDatabase, id: CannedReplyId): Result<CannedReply> {
  const reply = findCannedReply(db, id);
  return reply === null ? notFound : success(reply);
}
