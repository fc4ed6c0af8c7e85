import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../shared/model/form-mail.ts';
import { type FormLabel, FormTarget } from '../../../shared/model/registration-form.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import styles from './forms-page.module.css';

type LabelTableProps = {
  readonly labels: readonly FormLabel[];
  /** Of the sample. */
  readonly fields: readonly FormField[];
  readonly onLabels: (labels: FormLabel[]) => void;
};

/** What each label of a form fills, beside what stands there in the sample. */
export function LabelTable({ labels, fields, onLabels }: LabelTableProps) {
  const { t } = useTranslation('forms');
  const options = FormTarget.options.map((value) => ({ value, label: t(`target.${value}`) }));
  return (
    <section className={styles.part} aria-label={t('editor.labels')}>
      <h3 className={styles.label}>{t('editor.labels')}</h3>
      <p className={styles.quiet}>
        {t(labels.length === 0 ? 'editor.noLabels' : 'editor.labelsText')}
      </p>
      {labels.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('editor.label')}</th>
              <th scope="col">{t('editor.fills')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {labels.map(({ label, target }, index) => (
              <tr key={label}>
                <th scope="row">
                  <span className={styles.name}>{label}</span>
                  <span className={styles.value}>
                    {fields.find((field) => field.label === label)?.value}
                  </span>
                </th>
                <td>
                  <SelectInput
                    label={`${t('editor.fills')}: ${label}`}
                    isLabelHidden
                    value={target}
                    options={options}
                    onChange={(chosen) => onLabels(labels.with(index, { label, target: chosen }))}
                  />
                </td>
                <td>
                  <IconButton
                    icon="close"
                    size="sm"
                    label={t('editor.removeLabel', { label })}
                    onPress={() => onLabels(labels.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
