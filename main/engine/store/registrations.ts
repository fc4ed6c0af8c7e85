import type { MemberId } from '../../../shared/ids.ts';
import type { MemberStatus } from '../../../shared/model/member.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type Registration = {
  readonly id: MemberId;
  readonly status: MemberStatus;
  /** In milliseconds since the epoch. */
  readonly addedAt: number;
  /** When it was first approved or rejected; null when it never was. */
  readonly decidedAt: number | null;
};

/** Looked at in a step: a few milliseconds. */
const inStep = 4000;

/** Every registration, without anything of the person, in steps so that nobody waits long. */
export function* registrations(db: SectionDatabase): Generator<readonly Registration[]> {
  let place: { addedAt: number; id: number } = { addedAt: Number.MIN_SAFE_INTEGER, id: 0 };
  for (;;) {
    const rows = statement<Registration>(
      db,
      `SELECT id, status, added_at AS addedAt, decided_at AS decidedAt
       FROM member INDEXED BY member_numbers WHERE merged_into IS NULL
         AND (added_at, id) > (:addedAt, :id)
       ORDER BY added_at, id LIMIT ${inStep}`,
    ).all({ addedAt: place.addedAt, id: place.id });
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < inStep) return;
    place = last;
  }
}

export type Region = { readonly country: string; readonly region: string; readonly count: number };

/** How many members' first addresses are where; a place may come in several steps. */
export function* firstAddresses(db: SectionDatabase): Generator<readonly Region[]> {
  const last =
    statement<{ id: number | null }>(db, 'SELECT max(id) AS id FROM member').get()?.id ?? 0;
  for (let after = 0; after < last; after += inStep)
    yield statement<Region>(
      db,
      `SELECT country, trim(region) AS region, count(*) AS count FROM member_address
       WHERE member_id > :after AND member_id <= :to AND position = 0
       GROUP BY country, trim(region)`,
    ).all({ after, to: after + inStep });
}
