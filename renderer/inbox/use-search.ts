import { useEffect, useMemo, useState } from 'react';
import type {
  ConversationView,
  FolderView,
  ListView,
  SearchOrder,
} from '../../shared/model/conversation.ts';
import type { SavedSearch } from '../../shared/model/saved-search.ts';
import { parseSearch } from '../../shared/search/parse-search.ts';
import { useTypedQuery } from '../use-typed-query.ts';

/** Long enough that a word is asked for once, short enough to feel at once. */
const pauseMs = 150;

/**
 * The view and the words of a list. A search looks everywhere until staff choose a view for it; in a
 * folder it looks there.
 */
export function useSearch(folder: FolderView | null, first: SavedSearch | null) {
  const typed = useTypedQuery(pauseMs, first?.query);
  const [chosenView, setChosenView] = useState<ConversationView>('inbox');
  const [searchView, setSearchView] = useState<ConversationView>('all');
  const [order, setOrder] = useState<SearchOrder>(first?.order ?? 'newest');
  const search = useMemo(() => parseSearch(typed.query, Date.now()), [typed.query]);
  const isSearch = typed.query !== '';
  useEffect(() => {
    if (!isSearch) setSearchView('all');
  }, [isSearch]);
  const view: ListView = folder ?? (isSearch ? searchView : chosenView);
  return {
    ...typed,
    view,
    order,
    setOrder,
    search,
    setView: isSearch ? setSearchView : setChosenView,
  };
}
