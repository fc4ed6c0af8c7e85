import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../shared/model/form-mail.ts';
import styles from './waiting-pane.module.css';

/** What stands under each label of a mail, and where it goes where that is not what one expects. */
export function ReadFields({ fields }: { readonly fields: readonly FormField[] }) {
  const { t } = useTranslation('forms');
  const hint = ({ target, fits, value }: FormField) => {
    if (value === '') return null;
    if (target === null) return t('mail.unknown');
    return fits ? null : t('mail.keptUnder', { target: t(`target.${target}`) });
  };
  if (fields.length === 0) return <p className={styles.quiet}>{t('mail.readNothing')}</p>;
  return (
    <dl className={styles.fields}>
      {fields.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label may be there twice
        <div key={index} className={styles.field}>
          <dt>{field.label}</dt>
          <dd>
            <span className={styles.value}>{field.value || t('mail.empty')}</span>
            {hint(field) !== null && <span className={styles.hint}>{hint(field)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
