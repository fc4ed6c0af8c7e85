import type { MemberId } from '../../../shared/ids.ts';
import { ChainDetail } from '../../../shared/model/chain-entry.ts';
import { ChangeBody, type MemberChange } from '../../../shared/model/member-change.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A body as it is digested: its bytes, and the salt that keeps it from being guessed. */
export type SaltedBody = { readonly salt: Buffer; readonly body: string };

export type StoredChange = Pick<
  MemberChange,
  'sequence' | 'at' | 'staffName' | 'undoes' | 'other'
> & {
  readonly kind: `member-${MemberChange['kind']}`;
  readonly body: ChangeBody;
};

export function insertMemberChange(
  db: SectionDatabase,
  sequence: number,
  memberId: MemberId,
  { salt, body }: SaltedBody,
): void {
  statement(
    db,
    'INSERT INTO member_change (sequence, member_id, salt, body) VALUES (?, ?, ?, ?)',
  ).run(sequence, memberId, salt, body);
}

/** The changes of a member, newest first: who and when as the chain has it. */
export function findMemberChanges(db: SectionDatabase, memberId: MemberId): StoredChange[] {
  const rows = statement<Omit<StoredChange, 'body'> & { body: string }>(
    db,
    `SELECT c.sequence, e.at, e.staff_name AS staffName, e.kind, c.body,
       json_extract(e.detail, '$.concerns') AS undoes, json_extract(e.detail, '$.other') AS other
     FROM member_change c JOIN chain_entry e ON e.sequence = c.sequence
     WHERE c.member_id = ? ORDER BY c.sequence DESC`,
  ).all(memberId);
  return rows.map(({ body, ...row }) => ({ ...row, body: ChangeBody.parse(JSON.parse(body)) }));
}

/** Null when it was erased, or never written. */
export function findSaltedBody(db: SectionDatabase, sequence: number): SaltedBody | null {
  const found = statement<SaltedBody>(
    db,
    'SELECT salt, body FROM member_change WHERE sequence = ?',
  ).get(sequence);
  return found ?? null;
}

/** The bodies of a member's changes, oldest first. */
export function findBodies(
  db: SectionDatabase,
  memberId: MemberId,
): { readonly sequence: number; readonly body: ChangeBody }[] {
  return statement<{ sequence: number; body: string }>(
    db,
    'SELECT sequence, body FROM member_change WHERE member_id = ? ORDER BY sequence',
  )
    .all(memberId)
    .map(({ sequence, body }) => ({ sequence, body: ChangeBody.parse(JSON.parse(body)) }));
}

/**
 * Puts a body in the place of another, with a salt of its own: the old one goes with what it hid. A
 * change of an import stays one.
 */
export function replaceBody(
  db: SectionDatabase,
  sequence: number,
  memberId: MemberId,
  salted: SaltedBody,
): void {
  const mark = statement<{ importId: number }>(
    db,
    'SELECT import_id AS importId FROM member_import_change WHERE sequence = ?',
  ).get(sequence);
  statement(db, 'DELETE FROM member_change WHERE sequence = ?').run(sequence);
  insertMemberChange(db, sequence, memberId, salted);
  if (mark !== undefined)
    statement(db, 'INSERT INTO member_import_change (sequence, import_id) VALUES (?, ?)').run(
      sequence,
      mark.importId,
    );
}

/** What later entries of the chain say of a member's data that went, oldest first. */
export function findForgotten(
  db: SectionDatabase,
  memberId: string,
  after: number,
): readonly ChainDetail[] {
  return statement<{ detail: string }>(
    db,
    `SELECT detail FROM chain_entry
     WHERE kind IN ('member-erased', 'member-forgotten') AND target = ? AND sequence > ?
     ORDER BY sequence`,
  )
    .all(memberId, after)
    .map(({ detail }) => ChainDetail.parse(JSON.parse(detail)));
}
