import { assertNever } from '../../../shared/assert-never.ts';
import type { MemberSummary } from '../../../shared/model/member.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** What to look for: words of the index, or a whole address or number; null lists everybody. */
export type MemberSearch =
  | { readonly kind: 'words'; readonly match: string }
  | { readonly kind: 'email'; readonly folded: string }
  | { readonly kind: 'phone'; readonly number: string };

type Page = { readonly offset: number; readonly limit: number };

const columns = `id, status, family_name AS familyName, given_name AS givenName,
  family_kana AS familyKana, given_kana AS givenKana, name_order AS nameOrder`;
const order = 'ORDER BY sort_key, id LIMIT :limit OFFSET :offset';

/** Up to so many are looked up one by one and put in order; more are met soon enough in the order. */
const few = 1000;

/**
 * One page of the members, by furigana or name, and how many there are in all. One who was merged into
 * another is in no list, and has no words, addresses or numbers to be found by.
 */
export function findMembers(
  db: SectionDatabase,
  search: MemberSearch | null,
  page: Page,
): { readonly total: number; readonly items: MemberSummary[] } {
  if (search === null) {
    const total = count(db, 'SELECT count(*) AS total FROM member WHERE merged_into IS NULL', {});
    return {
      total,
      items: rows(db, `SELECT ${columns} FROM member WHERE merged_into IS NULL ${order}`, page),
    };
  }
  const { ids, parameters } = conditionOf(search);
  const hits = count(db, `SELECT count(*) AS total FROM (${ids})`, parameters);
  if (hits === 0) return { total: 0, items: [] };
  const asked = { ...parameters, ...page };
  if (hits > few) {
    const present = `FROM member INDEXED BY member_order WHERE merged_into IS NULL AND +id IN (${ids})`;
    return { total: hits, items: rows(db, `SELECT ${columns} ${present} ${order}`, asked) };
  }
  // Should one that was merged have words all the same, it is in no list.
  const present = `FROM member NOT INDEXED WHERE id IN (${ids}) AND merged_into IS NULL`;
  return {
    total: count(db, `SELECT count(*) AS total ${present}`, parameters),
    items: rows(db, `SELECT ${columns} ${present} ${order}`, asked),
  };
}

function conditionOf(search: MemberSearch) {
  switch (search.kind) {
    case 'words':
      return {
        ids: 'SELECT rowid FROM member_words WHERE member_words MATCH :match',
        parameters: { match: search.match },
      };
    case 'email':
      return {
        ids: 'SELECT DISTINCT member_id FROM member_email WHERE folded = :folded',
        parameters: { folded: search.folded },
      };
    case 'phone':
      return {
        ids: 'SELECT DISTINCT member_id FROM member_phone WHERE number = :number',
        parameters: { number: search.number },
      };
    default:
      return assertNever(search);
  }
}

function count(db: SectionDatabase, sql: string, parameters: object): number {
  return statement<{ total: number }>(db, sql).get(parameters)?.total ?? 0;
}

function rows(db: SectionDatabase, sql: string, parameters: object): MemberSummary[] {
  return statement<MemberSummary>(db, sql).all(parameters);
}
