import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import { call } from '../../api.ts';

export type PrintOfDisclosures = CallOutput<'disclosure.print'> & { readonly title: string };
type Whose = Omit<CallInput<'disclosure.print'>, 'sectionId'>;

/** Prints what was released to a company, or of a member, once that is on record. */
export function usePrintDisclosures() {
  const [print, setPrint] = useState<PrintOfDisclosures | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const isBusy = useRef(false);

  async function start(whose: Whose, title: string): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    const result = await call('disclosure.print', { sectionId: 'members', ...whose });
    setError(result.ok ? null : result.error);
    if (result.ok) setPrint({ ...result.value, title });
    else isBusy.current = false;
  }

  // The rows are in the page now, and not before.
  useEffect(() => {
    if (print === null) return;
    const { entry } = print;
    void call('app.print', null).then(async (result) => {
      if (!result.ok || !result.value.printed)
        await call('disclosure.notPrinted', { sectionId: 'members', entry });
      if (!result.ok) setError(result.error);
      setPrint(null);
      isBusy.current = false;
    });
  }, [print]);

  return {
    print,
    error,
    start: (whose: Whose, title: string) => void start(whose, title),
  };
}
