import { useEffect, useState } from 'react';

/** Whole seconds until then (ms since the epoch), counted down on screen; 0 once it is past. */
export function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(Date.now);
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    setNow(Date.now());
    if (until === null) return;
    // Often enough that no second is skipped.
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
