import { useEffect, useState } from 'react';

/** The words of a search, and what is asked for: those, once the keys have paused for so many ms. */
export function useTypedQuery(pauseMs: number, first = '') {
  const [text, setText] = useState(first);
  const [isComposing, setComposing] = useState(false);
  const [query, setQuery] = useState(first);
  useEffect(() => {
    // Half a word of an input method is no word: nothing is found by it, and that is no news.
    if (isComposing) return;
    const next = text.trim();
    if (next === '') {
      setQuery('');
      return;
    }
    const timer = setTimeout(() => setQuery(next), pauseMs);
    return () => clearTimeout(timer);
  }, [text, isComposing, pauseMs]);
  return {
    text,
    query,
    setText,
    setComposing,
    /** Looks for what is typed without waiting for a pause. */
    commit: () => setQuery(text.trim()),
  };
}
