import { useTranslation } from 'react-i18next';
import type { FormReading } from '../../../shared/model/form-mail.ts';
import { hiddenFields } from '../../../shared/model/member.ts';
import { memberKana, memberName } from '../../../shared/model/member-name.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMemberWords } from '../use-member-words.ts';
import styles from './forms-page.module.css';
import { useProblemWords } from './use-problem-words.ts';

type RecordPreviewProps = {
  readonly reading: FormReading;
  /** What the form is called. */
  readonly form: string;
};

/** The record that would come of the sample, or why it would wait. */
export function RecordPreview({ reading, form }: RecordPreviewProps) {
  const { t } = useTranslation(['forms', 'members']);
  const words = useMemberWords();
  const problemWords = useProblemWords();
  const { record, problem, fields } = reading;
  const isUnfit = (label: string) => fields.some((one) => one.label === label && !one.fits);
  const said = problem === null ? null : problemWords(problem, form);
  const rows: readonly (readonly [string, string])[] = [
    [t('members:part.name'), memberName(record)],
    [t('members:part.kana'), memberKana(record)],
    ...hiddenFields
      .filter((field) => field !== 'custom')
      .map((field) => {
        const values = words.hidden(field, record).map((lines) => lines.join('\n'));
        return [t(`members:field.${field}`), values.join('\n')] as const;
      }),
    [t('members:field.plan'), record.plan],
    [t('members:field.notes'), record.notes],
    [t('members:field.language'), words.shown('language', record)],
    [t('members:field.status'), words.shown('status', record)],
  ];
  return (
    <section className={styles.part} aria-label={t('forms:editor.preview')} aria-live="polite">
      <h3 className={styles.label}>{t('forms:editor.preview')}</h3>
      {said !== null && (
        <Notice tone="warning" title={t('forms:editor.previewWaits')}>
          {said.what} {said.next}
        </Notice>
      )}
      <dl className={styles.record}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {record.custom.map(({ label, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a label may be there twice
          <div key={index} className={styles.kept}>
            <dt>{label}</dt>
            <dd>
              {text}
              {isUnfit(label) && <span className={styles.hint}>{t('forms:editor.unfit')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
