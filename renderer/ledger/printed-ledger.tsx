import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ChainEntry, ChainVerdict } from '../../shared/model/chain-entry.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useFormat } from '../i18n/use-format.ts';
import { columns } from './ledger-table.tsx';
import styles from './printed-ledger.module.css';
import { useEntryWords } from './use-entry-words.ts';
import { useVerdictWords } from './use-verdict-words.ts';

export type Print = {
  readonly sectionId: SectionId;
  readonly at: number;
  readonly by: string;
  readonly total: number;
  readonly items: readonly ChainEntry[];
  readonly verdict: ChainVerdict;
};

/**
 * The table as it goes on paper, every row of it. It says where the chain ends: a paper in a drawer
 * shows what nobody can show from the computer alone, that the chain was not made anew.
 */
export function PrintedLedger({ sectionId, at, by, total, items, verdict }: Print) {
  const { t } = useTranslation(['ledger', 'common']);
  const format = useFormat();
  const words = useEntryWords();
  const verdictWords = useVerdictWords();
  return createPortal(
    <div className={styles.paper} data-print-pages>
      <h1>{t('ledger:paper.title', { section: t(`common:section.${sectionId}`) })}</h1>
      <p>{t('ledger:paper.printed', { date: format.stamp(at), name: by })}</p>
      <p>{verdictWords(verdict)}</p>
      {verdict.outcome === 'whole' && <p className={styles.mac}>{verdict.head.mac}</p>}
      {items.length < total && (
        <p>{t('ledger:paper.cut', { shown: format.number(items.length), count: total })}</p>
      )}
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`ledger:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => {
            const cells = words(entry);
            return (
              <tr key={entry.sequence}>
                {columns.map((column) => (
                  <td key={column}>{cells[column]}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
