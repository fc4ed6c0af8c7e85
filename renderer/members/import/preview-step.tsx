import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportCounts, RowVerdict } from '../../../shared/model/member-import.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useCall } from '../../use-call.ts';
import styles from './import.module.css';
import { PreviewRow } from './preview-row.tsx';
import type { MemberImportHandle } from './use-member-import.ts';

type PreviewStepProps = { readonly flow: MemberImportHandle; readonly counts: ImportCounts };

const pageSize = 25;

/** What the import would do, row by row; nothing is written until one of the two buttons is pressed. */
export function PreviewStep({ flow, counts }: PreviewStepProps) {
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const format = useFormat();
  const first = RowVerdict.options.find((one) => one !== 'same' && counts[one] > 0) ?? 'same';
  const [verdict, setVerdict] = useState<RowVerdict>(counts.invalid > 0 ? 'invalid' : first);
  const [offset, setOffset] = useState(0);
  const [reason, setReason] = useState('');
  const rows = useCall('memberImport.rows', {
    sectionId: 'members',
    ...{ verdict, offset, limit: pageSize },
  });
  const total = counts[verdict];
  const valid = counts.new + counts.changed;
  const last = Math.min(total, offset + pageSize);

  return (
    <>
      <p className={styles.text}>{t('import.columns.who')}</p>
      <ChoiceGroup
        label={t('import.preview.rows')}
        value={verdict}
        options={RowVerdict.options.map((value) => ({
          value,
          label: t('import.preview.counted', {
            verdict: t(`import.verdict.${value}`),
            number: format.number(counts[value]),
          }),
        }))}
        onChange={(chosen) => {
          setVerdict(chosen);
          setOffset(0);
        }}
      />
      {rows.error !== null && <ErrorNotice error={errorWords(rows.error)} />}
      {total === 0 && <p className={styles.quiet}>{t('import.preview.none')}</p>}
      <ul className={styles.rows} aria-label={t('import.preview.rows')}>
        {(rows.value?.items ?? []).map((row) => (
          <PreviewRow key={row.line} row={row} />
        ))}
      </ul>
      {total > pageSize && (
        <div className={styles.line}>
          <Button
            size="sm"
            isDisabled={offset === 0}
            onPress={() => setOffset(Math.max(0, offset - pageSize))}
          >
            {t('import.preview.before')}
          </Button>
          <Button size="sm" isDisabled={last >= total} onPress={() => setOffset(last)}>
            {t('import.preview.after')}
          </Button>
          <span className={styles.quiet}>
            {t('import.preview.page', {
              first: format.number(offset + 1),
              last: format.number(last),
              total: format.number(total),
            })}
          </span>
        </div>
      )}
      <TextInput
        label={t('import.preview.reason')}
        description={t('form.reasonText')}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      <div className={styles.line}>
        <Button onPress={flow.toColumns}>{t('import.back')}</Button>
        {counts.invalid === 0 ? (
          <Button
            variant="primary"
            isDisabled={valid === 0}
            onPress={() => void flow.commit('whole', reason)}
          >
            {t('import.preview.all', { number: format.number(valid), count: valid })}
          </Button>
        ) : (
          <Button isDisabled={valid === 0} onPress={() => void flow.commit('valid', reason)}>
            {t('import.preview.valid', { number: format.number(valid), count: valid })}
          </Button>
        )}
        <span className={styles.quiet}>
          {t(counts.invalid === 0 ? 'import.preview.allText' : 'import.preview.validText')}
        </span>
      </div>
    </>
  );
}
