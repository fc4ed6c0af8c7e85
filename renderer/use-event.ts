import { useEffect, useRef } from 'react';
import type { EventName, EventPayload } from '../shared/contract.ts';
import { on } from './api.ts';

/** Listens for as long as the component is shown; the listener may change between renders. */
export function useEvent<N extends EventName>(
  event: N,
  listener: (payload: EventPayload<N>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => on(event, (payload) => latest.current(payload)), [event]);
}
