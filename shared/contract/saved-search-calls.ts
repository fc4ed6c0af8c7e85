import { z } from 'zod';
import { SavedSearch } from '../model/saved-search.ts';
import { inSection, nothing } from './places.ts';

/** The searches that a section's staff keep in the sidebar. */
export const savedSearchCalls = {
  /** In the order in which they were kept. */
  'savedSearch.list': { input: inSection, output: z.object({ searches: z.array(SavedSearch) }) },
  /** One that is kept already gets this order. */
  'savedSearch.keep': { input: inSection.extend(SavedSearch.shape), output: nothing },
  'savedSearch.remove': {
    input: inSection.extend({ query: SavedSearch.shape.query }),
    output: nothing,
  },
} as const;
