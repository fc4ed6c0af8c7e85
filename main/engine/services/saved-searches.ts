import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { findSavedSearches, keepSearch, removeSearch } from '../store/saved-searches.ts';
import type { SectionContext } from './section-context.ts';

export function listSavedSearches({ db }: SectionContext): Result<CallOutput<'savedSearch.list'>> {
  return success({ searches: findSavedSearches(db) });
}

export function keepSavedSearch(
  { db, changed }: SectionContext,
  { query, order }: CallInput<'savedSearch.keep'>,
): Result<null> {
  keepSearch(db, { query, order });
  changed(new Set());
  return success(null);
}

export function removeSavedSearch(
  { db, changed }: SectionContext,
  { query }: CallInput<'savedSearch.remove'>,
): Result<null> {
  removeSearch(db, query);
  changed(new Set());
  return success(null);
}
