import { useEffect, useState } from 'react';

/** Long enough that a word is asked for once, short enough to feel at once. */
const pauseMs = 100;

/** What is looked for, a moment after it is typed. Half a word of an input method is no word. */
export function useMemberSearch() {
  const [text, setText] = useState('');
  const [isComposing, setComposing] = useState(false);
  const [query, setQuery] = useState('');
  useEffect(() => {
    if (isComposing) return;
    const next = text.trim();
    const timer = setTimeout(() => setQuery(next), next === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, isComposing]);
  return { text, query, setText, setComposing };
}
