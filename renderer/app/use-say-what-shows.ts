import { useEffect } from 'react';
import type { ShownScreen } from '../../shared/model/shown-screen.ts';
import { call } from '../api.ts';

/** Tells the main process what is on screen: it keeps some of it out of screenshots. */
export function useSayWhatShows(screen: ShownScreen): void {
  useEffect(() => {
    void call('app.shows', { screen });
  }, [screen]);
  useEffect(
    () => () => {
      void call('app.shows', { screen: 'nothing' });
    },
    [],
  );
}
