import type { MemberId } from '../../../shared/ids.ts';
import type { RecentMerge } from '../../../shared/model/duplicate.ts';
import type { MemberSummary } from '../../../shared/model/member.ts';
import type { PersonFacts } from '../policy/duplicates/person.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Name = Omit<PersonFacts, 'emails' | 'phones' | 'places'>;
type Owned<T> = T & { readonly memberId: MemberId };

/** What the next members after a number are found twice by, those who are in the lists. */
export function findPeopleAfter(
  db: SectionDatabase,
  after: number,
  limit: number,
): readonly PersonFacts[] {
  const names = statement<Name>(
    db,
    `SELECT id, family_name AS familyName, given_name AS givenName, family_kana AS familyKana,
       given_kana AS givenKana
     FROM present_member WHERE id > ? ORDER BY id LIMIT ?`,
  ).all(after, limit);
  const range = [after + 1, names.at(-1)?.id ?? 0];
  const emails = statement<Owned<{ folded: string }>>(
    db,
    'SELECT member_id AS memberId, folded FROM member_email WHERE member_id BETWEEN ? AND ?',
  ).all(range);
  const phones = statement<Owned<{ number: string }>>(
    db,
    'SELECT member_id AS memberId, number FROM member_phone WHERE member_id BETWEEN ? AND ?',
  ).all(range);
  const places = statement<Owned<{ postalCode: string; street: string }>>(
    db,
    `SELECT member_id AS memberId, postal_code AS postalCode, street FROM member_address
     WHERE member_id BETWEEN ? AND ?`,
  ).all(range);
  const emailsOf = byOwner(emails);
  const phonesOf = byOwner(phones);
  const placesOf = byOwner(places);
  return names.map((name) => ({
    ...name,
    emails: (emailsOf.get(name.id) ?? []).map(({ folded }) => folded),
    phones: (phonesOf.get(name.id) ?? []).map(({ number }) => number),
    places: placesOf.get(name.id) ?? [],
  }));
}

function byOwner<T>(rows: readonly Owned<T>[]): ReadonlyMap<MemberId, readonly Owned<T>[]> {
  const owners = new Map<MemberId, Owned<T>[]>();
  for (const row of rows) {
    const known = owners.get(row.memberId);
    if (known === undefined) owners.set(row.memberId, [row]);
    else known.push(row);
  }
  return owners;
}

export function countPresentMembers(db: SectionDatabase): number {
  const row = statement<{ total: number }>(
    db,
    'SELECT count(*) AS total FROM present_member',
  ).get();
  return row?.total ?? 0;
}

/** Those of these members who are in the lists. */
export function findPresentSummaries(
  db: SectionDatabase,
  ids: readonly MemberId[],
): ReadonlyMap<MemberId, MemberSummary> {
  return summaries(db, 'present_member', ids);
}

function summaries(db: SectionDatabase, table: string, ids: readonly MemberId[]) {
  const rows = statement<MemberSummary>(
    db,
    `SELECT id, status, family_name AS familyName, given_name AS givenName,
       family_kana AS familyKana, given_kana AS givenKana, name_order AS nameOrder
     FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The smaller number first, as the table has them. */
function inOrder(one: MemberId, other: MemberId) {
  return [Math.min(one, other), Math.max(one, other)] as const;
}

/** What a pair is called in the set of those told apart. */
export function pairKey(one: MemberId, other: MemberId): string {
  return inOrder(one, other).join(' ');
}

/** The pairs of which somebody said that they are two people, by `pairKey`. */
export function findToldApart(db: SectionDatabase): ReadonlySet<string> {
  const rows = statement<{ pair: string }>(db, "SELECT low || ' ' || high AS pair FROM told_apart");
  return new Set(rows.all().map(({ pair }) => pair));
}

/** False when they were told apart before. */
export function tellApart(db: SectionDatabase, one: MemberId, other: MemberId): boolean {
  const sql = 'INSERT INTO told_apart VALUES (?, ?) ON CONFLICT DO NOTHING';
  return statement(db, sql).run(inOrder(one, other)).changes > 0;
}

/** False when they were not told apart. */
export function forgetApart(db: SectionDatabase, one: MemberId, other: MemberId): boolean {
  const sql = 'DELETE FROM told_apart WHERE low = ? AND high = ?';
  return statement(db, sql).run(inOrder(one, other)).changes > 0;
}

/** Null takes the record back into the lists. */
export function setMergedInto(db: SectionDatabase, id: MemberId, keptId: MemberId | null): void {
  statement(db, 'UPDATE member SET merged_into = ? WHERE id = ?').run(keptId, id);
}

/** The merges since then that were not undone, newest first. */
export function findMergesSince(
  db: SectionDatabase,
  since: number,
): readonly Omit<RecentMerge, 'until'>[] {
  type Row = Pick<RecentMerge, 'sequence' | 'at' | 'staffName'> & {
    readonly keptId: MemberId;
    readonly otherId: MemberId;
  };
  const rows = statement<Row>(
    db,
    `SELECT max(e.sequence) AS sequence, e.at, e.staff_name AS staffName, m.merged_into AS keptId,
       m.id AS otherId
     FROM member m
     JOIN member_change c ON c.member_id = m.merged_into
     JOIN chain_entry e ON e.sequence = c.sequence
     WHERE m.merged_into IS NOT NULL AND e.kind = 'member-merged' AND e.at >= ?
       AND json_extract(e.detail, '$.other') = m.id
     GROUP BY m.id ORDER BY max(e.sequence) DESC`,
  ).all(since);
  const known = summaries(
    db,
    'member',
    rows.flatMap(({ keptId, otherId }) => [keptId, otherId]),
  );
  return rows.flatMap(({ keptId, otherId, ...merge }) => {
    const kept = known.get(keptId);
    const other = known.get(otherId);
    return kept === undefined || other === undefined ? [] : [{ ...merge, kept, other }];
  });
}
