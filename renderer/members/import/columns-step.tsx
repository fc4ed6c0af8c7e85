import { useTranslation } from 'react-i18next';
import { ImportField } from '../../../shared/model/member-import.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import styles from './import.module.css';
import type { MemberImportHandle, ReadFile } from './use-member-import.ts';

type ColumnsStepProps = { readonly flow: MemberImportHandle; readonly read: ReadFile };

/** What each column is read as: remembered or guessed, and changed by hand. */
export function ColumnsStep({ flow, read }: ColumnsStepProps) {
  const { t } = useTranslation('members');
  const { header, sample } = read;
  const twice = [...new Set(header.filter((name, index) => header.indexOf(name) !== index))];
  return (
    <>
      <p className={styles.text}>
        {t(read.isRemembered ? 'import.columns.remembered' : 'import.columns.guessed')}
      </p>
      {twice.length > 0 && (
        <Notice tone="warning" title={t('import.columns.twice', { names: twice.join(', ') })}>
          {t('import.columns.twiceText')}
        </Notice>
      )}
      <table className={styles.table} aria-label={t('import.step.columns')}>
        <thead>
          <tr>
            <th scope="col">{t('import.columns.column')}</th>
            <th scope="col">{t('import.columns.example')}</th>
            <th scope="col">{t('import.columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {header.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{sample.map((cells) => cells[index] ?? '').find((text) => text !== '') ?? ''}</td>
              <td>
                <SelectInput
                  label={t('import.columns.fieldOf', { name, number: index + 1 })}
                  isLabelHidden
                  value={flow.mapping[index] ?? 'ignore'}
                  options={ImportField.options.map((value) => ({
                    value,
                    label: t(`import.field.${value}`),
                  }))}
                  onChange={(field) => flow.setMapping(flow.mapping.with(index, field))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.text}>{t('import.columns.who')}</p>
      <p className={styles.text}>{t('import.columns.blank')}</p>
      <div className={styles.line}>
        <Button onPress={flow.toFile}>{t('import.back')}</Button>
        <Button variant="primary" onPress={() => void flow.judge()}>
          {t('import.check')}
        </Button>
      </div>
    </>
  );
}
