import { useState } from 'react';
import { call } from '../api.ts';
import { flushDrafts } from '../drafts-in-hand.ts';
import { useEvent } from '../use-event.ts';

/**
 * True from when a lock begins until this page is gone. Stores what is being typed, takes the mail
 * off the screen and says so, in that order and without a pause that anybody could see.
 */
export function useLock(): boolean {
  const [isLocking, setLocking] = useState(false);
  useEvent('lock.coming', () => {
    const stored = flushDrafts();
    setLocking(true);
    void stored.then(() => call('app.draftsStored', null));
  });
  return isLocking;
}
