import type { SavedSearch } from '../../../shared/model/saved-search.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export function findSavedSearches(db: SectionDatabase): SavedSearch[] {
  return statement<SavedSearch>(
    db,
    'SELECT query, sort AS "order" FROM saved_search ORDER BY id',
  ).all();
}

export function keepSearch(db: SectionDatabase, { query, order }: SavedSearch): void {
  statement(
    db,
    `INSERT INTO saved_search (query, sort) VALUES (?, ?)
     ON CONFLICT (query) DO UPDATE SET sort = excluded.sort`,
  ).run(query, order);
}

export function removeSearch(db: SectionDatabase, query: string): void {
  statement(db, 'DELETE FROM saved_search WHERE query = ?').run(query);
}
