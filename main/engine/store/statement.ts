import type { Statement } from 'better-sqlite3';
import type { SectionDatabase } from './open-database.ts';

const prepared = new WeakMap<SectionDatabase, Map<string, Statement>>();

/** The prepared form of an SQL text, made once for each database. Never give it text with data in it. */
export function statement<Row>(db: SectionDatabase, sql: string): Statement<unknown[], Row> {
  let known = prepared.get(db);
  if (known === undefined) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(sql);
  if (found === undefined) {
    found = db.prepare(sql);
    known.set(sql, found);
  }
  return found as Statement<unknown[], Row>;
}
