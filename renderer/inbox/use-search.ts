import { useEffect, useState } from 'react';
import type { ConversationView } from '../../shared/model/conversation.ts';

/** Long enough that a word is asked for once, short enough to feel at once. */
const pauseMs = 150;

/** The view and the words of a list. A search looks everywhere until staff choose a view for it. */
export function useSearch() {
  const [chosenView, setChosenView] = useState<ConversationView>('inbox');
  const [searchView, setSearchView] = useState<ConversationView>('all');
  const [text, setText] = useState('');
  const [query, setQuery] = useState('');

  useEffect(() => {
    const next = text.trim();
    if (next === '') {
      setQuery('');
      setSearchView('all');
      return;
    }
    const timer = setTimeout(() => setQuery(next), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  const isSearch = query !== '';
  return {
    text,
    query,
    view: isSearch ? searchView : chosenView,
    setText,
    setView: isSearch ? setSearchView : setChosenView,
  };
}
