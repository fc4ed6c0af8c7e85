import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for all renderings, which calls the handler of the newest: what is given it and else
 * stays the same (React's `memo`) need not be drawn anew. Without a handler it does nothing.
 */
export function useLatest<A extends readonly unknown[]>(
  handler: ((...values: A) => void) | undefined,
): (...values: A) => void {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...values: A) => latest.current?.(...values), []);
}
