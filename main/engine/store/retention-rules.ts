import type { RetentionRuleId } from '../../../shared/ids.ts';
import { RetentionRule, type RetentionTerms } from '../../../shared/model/retention.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

const columns = 'id, status, part, count, unit, on_since AS onSince';

export function findRetentionRules(db: SectionDatabase): RetentionRule[] {
  const rows = statement(db, `SELECT ${columns} FROM retention_rule ORDER BY id`).all();
  return rows.map((row) => RetentionRule.parse(row));
}

export function findRetentionRule(db: SectionDatabase, id: RetentionRuleId): RetentionRule | null {
  const row = statement(db, `SELECT ${columns} FROM retention_rule WHERE id = ?`).get(id);
  return row === undefined ? null : RetentionRule.parse(row);
}

/** Off as yet. */
export function insertRetentionRule(db: SectionDatabase, terms: RetentionTerms): RetentionRule {
  const row = statement(
    db,
    `INSERT INTO retention_rule (status, part, count, unit)
     VALUES (:status, :part, :count, :unit) RETURNING ${columns}`,
  ).get(terms);
  return RetentionRule.parse(row);
}

export function updateRetentionRule(db: SectionDatabase, rule: RetentionRule): void {
  statement(
    db,
    `UPDATE retention_rule SET status = :status, part = :part, count = :count, unit = :unit,
       on_since = :onSince WHERE id = :id`,
  ).run(rule);
}

export function deleteRetentionRule(db: SectionDatabase, id: RetentionRuleId): void {
  statement(db, 'DELETE FROM retention_rule WHERE id = ?').run(id);
}

type Run = { readonly at: number; readonly count: number };

/** When the rules were last applied to the end, and how many parts went; null before the first time. */
export function findRetentionRun(db: SectionDatabase): Run | null {
  return statement<Run>(db, 'SELECT at, count FROM retention_run').get() ?? null;
}

export function keepRetentionRun(db: SectionDatabase, run: Run): void {
  statement(
    db,
    `INSERT INTO retention_run (id, at, count) VALUES (1, :at, :count)
     ON CONFLICT (id) DO UPDATE SET at = :at, count = :count`,
  ).run(run);
}
