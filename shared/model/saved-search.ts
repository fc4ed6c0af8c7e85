import { z } from 'zod';
import { longestSearch } from '../search/parse-search.ts';
import { SearchOrder } from './conversation.ts';

/** A search that staff keep, by what was typed. */
export const SavedSearch = z.object({
  query: z.string().trim().min(1).max(longestSearch),
  order: SearchOrder,
});
export type SavedSearch = Readonly<z.infer<typeof SavedSearch>>;
