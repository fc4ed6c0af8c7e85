import { useEffect, useState } from 'react';
import type { ConversationView } from '../../shared/model/conversation.ts';

/** Long enough that a word is asked for once, short enough to feel at once. */
const pauseMs = 150;

/** The view and the words of a list. A search looks everywhere until staff choose a view for it. */
export function useSearch() {
  const [chosenView, setChosenView] = useState<ConversationView>('inbox');
  const [searchView, setSearchView] = useState<ConversationView>('all');
  const [text, setText] = useState('');
  const [isComposing, setComposing] = useState(false);
  const [query, setQuery] = useState('');

  useEffect(() => {
    // Half a word of an input method is no word: nothing is found by it, and that is no news.
    if (isComposing) return;
    const next = text.trim();
    if (next === '') {
      setQuery('');
      setSearchView('all');
      return;
    }
    const timer = setTimeout(() => setQuery(next), pauseMs);
    return () => clearTimeout(timer);
  }, [text, isComposing]);

  const isSearch = query !== '';
  return {
    text,
    query,
    view: isSearch ? searchView : chosenView,
    setText,
    setComposing,
    /** Looks for what is typed without waiting for a pause. */
    commit: () => setQuery(text.trim()),
    setView: isSearch ? setSearchView : setChosenView,
  };
}
