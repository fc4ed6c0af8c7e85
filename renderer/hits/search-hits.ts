import { createContext, useContext } from 'react';
import type { Search } from '../../shared/search/search-term.ts';

const none: Search = { clauses: [], isKanaAlike: false, problem: null };

/** What is looked for in the list beside, so that it can be shown where it is found. */
export const SearchHits = createContext<Search>(none);

export function useSearchHits(): Search {
  return useContext(SearchHits);
}
