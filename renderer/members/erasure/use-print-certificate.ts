import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { ErasureId } from '../../../shared/ids.ts';
import { call } from '../../api.ts';

/** Prints a certificate, once that is on record. */
export function usePrintCertificate() {
  const [print, setPrint] = useState<CallOutput<'erasure.print'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const isBusy = useRef(false);

  async function start(number: ErasureId): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    const result = await call('erasure.print', { sectionId: 'members', number });
    setError(result.ok ? null : result.error);
    if (result.ok) setPrint(result.value);
    else isBusy.current = false;
  }

  // The paper is in the page now, and not before.
  useEffect(() => {
    if (print === null) return;
    const { entry } = print;
    void call('app.print', null).then(async (result) => {
      if (!result.ok || !result.value.printed)
        await call('erasure.notPrinted', { sectionId: 'members', entry });
      if (!result.ok) setError(result.error);
      setPrint(null);
      isBusy.current = false;
    });
  }, [print]);

  return { print, error, start: (number: ErasureId) => void start(number) };
}
