import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import { call } from '../api.ts';
import type { Print } from './printed-ledger.tsx';
import { fetchEntries, type LedgerQuestion } from './use-ledger.ts';

/** More rows than this are some forty pages: the rest is left out, and the paper says so. */
const mostPrinted = 2000;

/** Prints what a question finds, all of it, once that is on record as well. */
export function usePrint(by: string) {
  const [print, setPrint] = useState<Print | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function start(question: LedgerQuestion): Promise<void> {
    setBusy(true);
    setError(null);
    const prepared = await prepare(question, by);
    if ('code' in prepared) {
      setError(prepared);
      setBusy(false);
    } else setPrint(prepared);
  }

  // The rows are in the page now, and not before.
  useEffect(() => {
    if (print === null) return;
    void call('app.print', null).then((result) => {
      if (!result.ok) setError(result.error);
      setPrint(null);
      setBusy(false);
    });
  }, [print]);

  return { print, isBusy, error, start };
}

async function prepare(question: LedgerQuestion, by: string): Promise<Print | AppError> {
  const { sectionId } = question;
  const found = await fetchEntries(question, mostPrinted);
  if ('code' in found) return found;
  const verified = await call('ledger.verify', { sectionId });
  if (!verified.ok) return verified.error;
  const recorded = await call('ledger.print', { sectionId, count: found.items.length });
  if (!recorded.ok) return recorded.error;
  return { sectionId, at: Date.now(), by, ...found, verdict: verified.value };
}
