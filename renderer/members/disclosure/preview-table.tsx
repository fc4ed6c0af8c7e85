import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { DisclosurePreview } from '../../../shared/model/disclosure.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './disclosure.module.css';

export const previewRows = 25;

type PreviewTableProps = {
  /** A page from there on; it is on record that it was looked at. */
  readonly load: (offset: number) => Promise<Result<DisclosurePreview>>;
  /** What is on screen now; null when nothing is. */
  readonly onShown: (preview: DisclosurePreview | null) => void;
  /** Offered where members stand against it and can be taken out. */
  readonly onRemove?: (ids: ReadonlySet<MemberId>) => void;
};

/** Exactly what would go, row by row, and what stands against it. */
export function PreviewTable({ load, onShown, onRemove }: PreviewTableProps) {
  const { t } = useTranslation(['disclosure', 'members']);
  const errorWords = useErrorWords();
  const [offset, setOffset] = useState(0);
  const [preview, setPreview] = useState<DisclosurePreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef({ load, onShown });
  latest.current = { load, onShown };

  const look = useCallback(async (from: number) => {
    const result = await latest.current.load(from);
    setError(result.ok ? null : result.error);
    setPreview(result.ok ? result.value : null);
    setOffset(from);
    latest.current.onShown(result.ok ? result.value : null);
  }, []);
  useEffect(() => void look(0), [look]);

  if (error !== null) return <ErrorNotice error={errorWords(error)} />;
  if (preview === null) return null;
  const { columns, rows, total, refusals } = preview;
  const refused = new Set(refusals.flatMap(({ memberId }) => memberId ?? []));
  return (
    <div className={styles.stack}>
      {refusals.length > 0 && (
        <Notice
          tone="danger"
          title={t('disclosure:refusal.title')}
          isLive
          actions={
            onRemove !== undefined &&
            refused.size > 0 && (
              <Button size="sm" onPress={() => onRemove(refused)}>
                {t('disclosure:refusal.remove', { count: refused.size })}
              </Button>
            )
          }
        >
          <ul className={styles.refusals}>
            {refusals.map(({ code, memberId, field }) => (
              <li key={`${code} ${memberId} ${field}`}>
                {t(`disclosure:refusal.${code}`, {
                  number: memberId,
                  field: field === undefined ? '' : t(`members:field.${field}`),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {rows.length > 0 && (
        <section
          className={styles.scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
          tabIndex={0}
          aria-label={t('disclosure:preview.label')}
        >
          <table className={styles.table} aria-label={t('disclosure:preview.label')}>
            <thead>
              <tr>
                <th scope="col">{t('disclosure:preview.member')}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ memberId, cells }) => (
                <tr key={memberId}>
                  <th scope="row">{t('members:number', { number: memberId })}</th>
                  {columns.map((column, at) => (
                    <td key={column}>{cells[at]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className={styles.line}>
        <span className={styles.quiet}>
          {t('disclosure:preview.range', {
            first: total === 0 ? 0 : offset + 1,
            last: offset + rows.length,
            count: total,
          })}
        </span>
        {total > previewRows && (
          <>
            <Button
              size="sm"
              isDisabled={offset === 0}
              onPress={() => void look(offset - previewRows)}
            >
              {t('disclosure:preview.back')}
            </Button>
            <Button
              size="sm"
              isDisabled={offset + previewRows >= total}
              onPress={() => void look(offset + previewRows)}
            >
              {t('disclosure:preview.on')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
