import { useTranslation } from 'react-i18next';
import { type Honorific, honorificsFor } from '../../shared/model/honorific.ts';
import { NameOrder } from '../../shared/model/member.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { FormPart } from './form-part.ts';
import styles from './member-form.module.css';
import { useMemberWords } from './use-member-words.ts';

const names = ['familyName', 'givenName', 'familyKana', 'givenKana'] as const;

/** The name, how it is read and written, and how its bearer is addressed. */
export function NameFields({ form, change, fault }: FormPart) {
  const { t } = useTranslation('members');
  const words = useMemberWords();
  const { typed } = form;
  const honorifics: readonly (Honorific | 'unchosen')[] = [
    'unchosen',
    ...honorificsFor(typed.language),
  ];
  const toHonorific = (value: Honorific | 'unchosen') => (value === 'unchosen' ? null : value);
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t('part.name')}</legend>
      <div className={styles.pair}>
        {names.map((field) => (
          <TextInput
            key={field}
            label={t(`field.${field}`)}
            value={typed[field]}
            onChange={(value) => change({ [field]: value })}
            error={fault(field)}
            maxLength={100}
            autoFocus={field === 'familyName'}
          />
        ))}
        <ChoiceGroup
          label={t('field.nameOrder')}
          value={typed.nameOrder}
          options={NameOrder.options.map((value) => ({ value, label: t(`nameOrder.${value}`) }))}
          onChange={(nameOrder) => change({ nameOrder })}
        />
        <SelectInput
          label={t('field.honorific')}
          value={typed.honorific ?? 'unchosen'}
          options={honorifics.map((value) => ({
            value,
            label: words.honorific(toHonorific(value)),
          }))}
          onChange={(value) => change({ honorific: toHonorific(value) })}
        />
      </div>
    </fieldset>
  );
}
