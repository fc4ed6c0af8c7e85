import { createHash, randomBytes } from 'node:crypto';
import type { ChangeBody } from '../../../shared/model/member-change.ts';
import { findSaltedBody, isErasedOnRecord, type SaltedBody } from '../store/member-changes.ts';
import type { SectionDatabase } from '../store/open-database.ts';

/** The kinds of entries that have a body beside the chain. */
const kinds = new Set([
  'member-added',
  'member-changed',
  'member-undone',
  'member-merged',
  'member-replaced',
  'member-unmerged',
]);

/** A body as it is kept, with a salt of its own. */
export function saltBody(body: ChangeBody): SaltedBody {
  return { salt: randomBytes(32), body: JSON.stringify(body) };
}

/** What the chain has of a body: it proves the body, and tells nothing once the salt is erased. */
export function digestOf({ salt, body }: SaltedBody): string {
  return createHash('sha256')
    .update('fumibako:member-change:1\0')
    .update(salt)
    .update(body, 'utf8')
    .digest('hex');
}

/**
 * Whether what an entry recorded is still what is kept beside the chain, or was erased on record.
 * True for the entries that have nothing beside it.
 */
export function isBodySound(
  db: SectionDatabase,
  { sequence, kind, detail }: { sequence: number; kind: string; detail: unknown },
): boolean {
  if (!kinds.has(kind)) return true;
  const kept = findSaltedBody(db, sequence);
  if (kept === null) return isErasedOnRecord(db, sequence);
  const { digest } = JSON.parse(String(detail)) as { digest?: unknown };
  return digestOf(kept) === digest;
}
