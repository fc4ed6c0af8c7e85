import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { call } from '../../api.ts';

/**
 * Prints what the page shows. Counts that identify nobody are nobody's data: unlike a letter or the
 * ledger they leave no entry.
 */
export function usePrintNumbers() {
  const [at, setAt] = useState<number | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // The figures are in the page now, and not before.
  useEffect(() => {
    if (at === null) return;
    void call('app.print', null).then((result) => {
      setError(result.ok ? null : result.error);
      setAt(null);
    });
  }, [at]);
  return { at, error, start: () => setAt(Date.now()) };
}
