import { parseSearch } from './parse-search.ts';

/** The words of a search that are looked for everywhere, without its operators. */
export function plainWords(query: string): string {
  return parseSearch(query, 0)
    .clauses.flat()
    .flatMap((term) =>
      term.kind === 'words' && term.field === 'any' && !term.isExcluded ? [term.text] : [],
    )
    .join(' ');
}
