import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChainEntry } from '../../shared/model/chain-entry.ts';
import styles from './ledger-table.module.css';
import { type EntryWords, useEntryWords } from './use-entry-words.ts';

/** In px, of a row of one line; ledger-table.module.css draws it so. */
const rowHeight = 34;

export const columns = [
  'number',
  'when',
  'who',
  'what',
  'target',
  'why',
] as const satisfies readonly (keyof EntryWords)[];

type LedgerTableProps = {
  readonly label: string;
  readonly total: number;
  readonly items: readonly ChainEntry[];
  /** Names the question that the rows answer: those of another one are shown from their top. */
  readonly answers: string;
  readonly onSight: (last: number) => void;
};

/**
 * The rows in sight of a table that may be very long. Arrow keys scroll it; a row is as high as its
 * words need, so that without a mouse as well they can be read to their end.
 */
export function LedgerTable({ label, total, items, answers, onSight }: LedgerTableProps) {
  const { t } = useTranslation('ledger');
  const words = useEntryWords();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => onSight(last), [last, onSight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another list
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [answers]);

  const above = rows[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it
      tabIndex={0}
    >
      <table className={styles.table} aria-label={label} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {rows.map(({ index }) => {
            const entry = items[index];
            if (entry === undefined) return null;
            const cells = words(entry);
            return (
              <tr
                key={entry.sequence}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                data-kind={entry.kind}
              >
                {columns.map((column) => (
                  <td key={column} data-column={column}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <tr style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}
