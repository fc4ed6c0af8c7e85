import { createHash, randomBytes } from 'node:crypto';
import type { ChangeBody } from '../../../shared/model/member-change.ts';
import { findForgotten, findSaltedBody, type SaltedBody } from '../store/member-changes.ts';
import type { SectionDatabase } from '../store/open-database.ts';

/** The kinds of entries that have a body beside the chain. */
const kinds = new Set([
  'member-added',
  'member-changed',
  'member-undone',
  'member-forgotten',
  'member-merged',
  'member-replaced',
  'member-unmerged',
]);

const saltBytes = 32;
let salts = Buffer.alloc(0);

/** Random bytes in one go for many: an import takes a hundred thousand salts. Each is given once. */
function takeSalt(): Buffer {
  if (salts.length < saltBytes) salts = randomBytes(128 * saltBytes);
  const salt = salts.subarray(0, saltBytes);
  salts = salts.subarray(saltBytes);
  return salt;
}

/** A body as it is kept, with a salt of its own. */
export function saltBody(body: ChangeBody): SaltedBody {
  return { salt: takeSalt(), body: JSON.stringify(body) };
}

/** What the chain has of a body: it proves the body, and tells nothing once the salt is erased. */
export function digestOf({ salt, body }: SaltedBody): string {
  return createHash('sha256')
    .update('fumibako:member-change:1\0')
    .update(salt)
    .update(body, 'utf8')
    .digest('hex');
}

type Entry = {
  readonly sequence: number;
  readonly kind: string;
  /** The member's number. */
  readonly target: string;
  readonly detail: unknown;
};

/**
 * Whether what an entry recorded is still what is kept beside the chain, or is what later entries say
 * was left of it: nothing, or a body without some field. True for the entries that have nothing beside
 * them.
 */
export function isBodySound(
  db: SectionDatabase,
  { sequence, kind, target, detail }: Entry,
): boolean {
  if (!kinds.has(kind)) return true;
  const { digest } = JSON.parse(String(detail)) as { digest?: unknown };
  // A whole record that went has left nothing to prove.
  if (kind === 'member-forgotten' && digest === undefined) return true;
  const kept = findSaltedBody(db, sequence);
  if (kept !== null && digestOf(kept) === digest) return true;
  const forgotten = findForgotten(db, target, sequence);
  if (kept === null)
    return forgotten.some(
      ({ concerns, rule, erasure }) =>
        concerns === sequence || rule?.part === 'record' || erasure !== undefined,
    );
  const rewritten = forgotten.flatMap(({ rewrote }) => rewrote ?? []);
  return rewritten.findLast((one) => one.sequence === sequence)?.digest === digestOf(kept);
}
