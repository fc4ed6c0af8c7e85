import { useTranslation } from 'react-i18next';
import { MemberStatus, Tailoring } from '../../shared/model/member.ts';
import { localeNames } from '../i18n/locale-names.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { FormPart } from './form-part.ts';
import styles from './member-form.module.css';

/** What they registered for, what they agreed to, and how the registration stands. */
export function RegistrationFields({ form, change, fault }: FormPart) {
  const { t } = useTranslation('members');
  const { typed } = form;
  const { consent } = typed;
  const agree = (part: Partial<typeof consent>) => change({ consent: { ...consent, ...part } });
  const dateFault = fault('consent', 'date');
  return (
    <>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{t('part.registration')}</legend>
        <div className={styles.pair}>
          <SelectInput
            label={t('field.status')}
            value={typed.status}
            options={MemberStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
            onChange={(status) => change({ status })}
          />
          <TextInput
            label={t('field.plan')}
            value={typed.plan}
            onChange={(plan) => change({ plan })}
            maxLength={200}
          />
          <ChoiceGroup
            label={t('field.language')}
            value={typed.language}
            options={localeNames}
            onChange={(language) => change({ language })}
          />
          <ChoiceGroup
            label={t('field.tailoring')}
            description={t('form.tailoringText')}
            value={typed.tailoring}
            options={Tailoring.options.map((value) => ({ value, label: t(`tailoring.${value}`) }))}
            onChange={(tailoring) => change({ tailoring })}
          />
        </div>
        <TextArea
          label={t('field.notes')}
          value={typed.notes}
          onChange={(notes) => change({ notes })}
          maxLength={10_000}
          rows={3}
        />
      </fieldset>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{t('field.consent')}</legend>
        <div className={styles.triple}>
          <TextInput
            label={t('consent.version')}
            value={consent.version}
            onChange={(version) => agree({ version })}
            error={fault('consent', 'version')}
            maxLength={100}
          />
          <div className={styles.dated}>
            <DateInput
              label={t('consent.date')}
              value={consent.date}
              onChange={(date) => agree({ date })}
            />
            {dateFault !== null && <span className={styles.fault}>{dateFault}</span>}
          </div>
          <TextInput
            label={t('consent.source')}
            value={consent.source}
            onChange={(source) => agree({ source })}
            error={fault('consent', 'source')}
            maxLength={200}
          />
        </div>
      </fieldset>
    </>
  );
}
