import { useState } from 'react';
import { call } from '../api.ts';
import { flushDrafts } from '../drafts-in-hand.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';

/** The lock does not wait longer for the last words of a draft, in milliseconds. */
const patience = 500;

/**
 * Stores what is being typed, takes the mail off the screen and ends the engine, in that order and
 * without a pause that anybody could see.
 */
export function useLock(): { readonly isLocking: boolean; readonly lock: () => void } {
  const [isLocking, setLocking] = useState(false);
  const words = useErrorWords();
  const toast = useToast();

  const lock = async () => {
    if (isLocking) return;
    const stored = flushDrafts();
    setLocking(true);
    await Promise.race([stored, new Promise((resolve) => setTimeout(resolve, patience))]);
    const result = await call('app.lock', null);
    if (result.ok) return;
    setLocking(false);
    toast({ text: words(result.error).what });
  };
  return { isLocking, lock: () => void lock() };
}
