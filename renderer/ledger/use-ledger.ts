import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ChainEntry, ChainQuery } from '../../shared/model/chain-entry.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';

export type LedgerQuestion = Omit<ChainQuery, 'offset' | 'limit'> & {
  readonly sectionId: SectionId;
};

const pageSize = 200;

type Shown = {
  readonly key: string;
  readonly total: number;
  readonly items: readonly ChainEntry[];
  readonly staff: CallOutput<'ledger.list'>['staff'];
};

/** The entries that a question finds, newest first, fetched on as they come into sight. */
export function useLedger(question: LedgerQuestion) {
  const key = JSON.stringify(question);
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const newestKey = useRef(key);
  newestKey.current = key;
  const asked = useRef('');

  const load = useCallback(
    async (offset: number) => {
      if (asked.current === `${key} ${offset}`) return;
      asked.current = `${key} ${offset}`;
      const result = await call('ledger.list', { ...JSON.parse(key), offset, limit: pageSize });
      if (newestKey.current !== key) return;
      setError(result.ok ? null : result.error);
      if (!result.ok) return;
      const { total, items, staff } = result.value;
      setShown((last) => {
        if (last === null || offset === 0) return { key, total, items, staff };
        // Entries that were written meanwhile push the others down: none is shown twice.
        const oldest = last.items.at(-1)?.sequence ?? Number.POSITIVE_INFINITY;
        const older = items.filter(({ sequence }) => sequence < oldest);
        return { key, total, items: [...last.items, ...older], staff };
      });
    },
    [key],
  );

  useEffect(() => {
    asked.current = '';
    void load(0);
  }, [load]);

  const isAnswered = shown?.key === key;
  const onSight = useCallback(
    (last: number) => {
      if (shown === null || !isAnswered) return;
      if (last >= shown.items.length - 20 && shown.items.length < shown.total)
        void load(shown.items.length);
    },
    [shown, isAnswered, load],
  );
  const reload = useCallback(() => {
    asked.current = '';
    void load(0);
  }, [load]);
  return { shown, error, onSight, reload };
}

/** At most so many entries of a question at once, for paper. */
export async function fetchEntries(
  question: LedgerQuestion,
  most: number,
): Promise<{ total: number; items: readonly ChainEntry[] } | AppError> {
  const items: ChainEntry[] = [];
  for (;;) {
    const limit = Math.min(500, most - items.length);
    const result = await call('ledger.list', { ...question, offset: items.length, limit });
    if (!result.ok) return result.error;
    // Entries that are written meanwhile push the others down: none is printed twice.
    const oldest = items.at(-1)?.sequence ?? Number.POSITIVE_INFINITY;
    items.push(...result.value.items.filter(({ sequence }) => sequence < oldest));
    const { total } = result.value;
    if (result.value.items.length < limit || items.length >= most) return { total, items };
  }
}
