import { MemberId, MemberRequestId } from '../../../shared/ids.ts';
import { SignedBy, type Signer } from '../../../shared/model/group-company.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import { IdentityMethod, type MemberRequest } from '../../../shared/model/member-request.ts';
import { personOf } from './merge-group.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type StoredRequest = Omit<MemberRequest, 'daysLeft'> & {
  /** Of the letter that answered it; null for none. */
  readonly headerMessageId: string | null;
};

type Names = Parameters<typeof memberName>[0];
type Row = Omit<StoredRequest, 'name' | 'entered' | 'identity' | 'settled'> &
  Names & {
    readonly isThere: 0 | 1;
    readonly enteredBy: string;
    readonly enteredName: string;
    readonly enteredAt: number;
    readonly method: string | null;
    readonly identityBy: string | null;
    readonly identityName: string | null;
    readonly identityAt: number | null;
    readonly settledBy: string | null;
    readonly settledName: string | null;
    readonly settledAt: number | null;
  };

const select = `SELECT r.id, r.member_id AS memberId, r.kind, r.state, r.received_on AS receivedOn,
  r.deadline_on AS deadlineOn, r.entered_by AS enteredBy, r.entered_name AS enteredName,
  r.entered_at AS enteredAt, r.identity_method AS method, r.identity_by AS identityBy,
  r.identity_name AS identityName, r.identity_at AS identityAt, r.settled_by AS settledBy,
  r.settled_name AS settledName, r.settled_at AS settledAt, r.reason,
  r.header_message_id AS headerMessageId, m.id IS NOT NULL AS isThere,
  m.family_name AS familyName, m.given_name AS givenName, m.name_order AS nameOrder
  FROM member_request r LEFT JOIN member m ON m.id = r.member_id`;

/** Open ones first, the next deadline first; then the others, the newest first. */
export function findRequests(db: SectionDatabase): StoredRequest[] {
  return statement<Row>(
    db,
    `${select} ORDER BY r.state <> 'open', CASE r.state WHEN 'open' THEN r.deadline_on END,
       r.settled_at DESC, r.id DESC`,
  )
    .all()
    .map(toRequest);
}

export function findRequest(db: SectionDatabase, id: MemberRequestId): StoredRequest | null {
  const row = statement<Row>(db, `${select} WHERE r.id = ?`).get(id);
  return row === undefined ? null : toRequest(row);
}

/** The one that a letter answers; null for every other letter. */
export function findRequestOfLetter(
  db: SectionDatabase,
  headerMessageId: string,
): StoredRequest | null {
  const row = statement<Row>(db, `${select} WHERE r.header_message_id = ?`).get(headerMessageId);
  return row === undefined ? null : toRequest(row);
}

/**
 * The request by which nothing of this person is used any more: one that was granted, or one that is
 * looked into and is known to be theirs. Null for none.
 */
export function findStopOfUse(db: SectionDatabase, memberId: MemberId): MemberRequestId | null {
  const row = statement<{ id: number }>(
    db,
    `SELECT id FROM member_request
     WHERE member_id IN ${personOf(':memberId')} AND kind = 'stop-use'
       AND (state = 'done' OR state = 'open' AND identity_method IS NOT NULL)
     ORDER BY id LIMIT 1`,
  ).get({ memberId });
  return row === undefined ? null : MemberRequestId.parse(row.id);
}

type NewRequest = Pick<StoredRequest, 'memberId' | 'kind' | 'receivedOn' | 'deadlineOn'>;

export function insertRequest(
  db: SectionDatabase,
  request: NewRequest,
  { id: by, name }: Signer,
  at: number,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO member_request (member_id, kind, received_on, deadline_on, entered_by,
       entered_name, entered_at)
     VALUES (:memberId, :kind, :receivedOn, :deadlineOn, :by, :name, :at)`,
  ).run({ ...request, by, name, at });
  return Number(lastInsertRowid);
}

/** Null takes it back. */
export function markIdentity(
  db: SectionDatabase,
  id: MemberRequestId,
  identity: StoredRequest['identity'],
): void {
  statement(
    db,
    `UPDATE member_request SET identity_method = :method, identity_by = :by,
       identity_name = :name, identity_at = :at WHERE id = :id`,
  ).run({
    id,
    method: identity?.method ?? null,
    by: identity?.id ?? null,
    name: identity?.name ?? null,
    at: identity?.at ?? null,
  });
}

type Settling = {
  readonly state: 'done' | 'refused';
  readonly reason: string;
  readonly headerMessageId: string | null;
};

export function markSettled(
  db: SectionDatabase,
  id: MemberRequestId,
  settling: Settling,
  { id: by, name }: Signer,
  at: number,
): void {
  statement(
    db,
    `UPDATE member_request SET state = :state, reason = :reason,
       header_message_id = :headerMessageId, settled_by = :by, settled_name = :name,
       settled_at = :at WHERE id = :id`,
  ).run({ ...settling, id, by, name, at });
}

export function markOpen(db: SectionDatabase, id: MemberRequestId): void {
  statement(
    db,
    `UPDATE member_request SET state = 'open', reason = '', header_message_id = NULL,
       settled_by = NULL, settled_name = NULL, settled_at = NULL WHERE id = ?`,
  ).run(id);
}

function toRequest(row: Row): StoredRequest {
  const { isThere, familyName, givenName, nameOrder, ...named } = row;
  const { enteredBy, enteredName, enteredAt, ...entered } = named;
  const { method, identityBy, identityName, identityAt, ...identified } = entered;
  const { settledBy, settledName, settledAt, ...rest } = identified;
  return {
    ...rest,
    memberId: MemberId.parse(rest.memberId),
    name: isThere === 0 ? null : memberName({ familyName, givenName, nameOrder }),
    entered: SignedBy.parse({ id: enteredBy, name: enteredName, at: enteredAt }),
    identity:
      method === null
        ? null
        : {
            ...SignedBy.parse({ id: identityBy, name: identityName, at: identityAt }),
            method: IdentityMethod.parse(method),
          },
    settled:
      settledBy === null
        ? null
        : SignedBy.parse({ id: settledBy, name: settledName, at: settledAt }),
  };
}
