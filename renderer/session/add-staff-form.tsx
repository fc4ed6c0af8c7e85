import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { type StaffRole, staffNameLength } from '../../shared/model/staff.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './settings-pages.module.css';
import { useFormCall } from './use-form-call.ts';

type AddStaffFormProps = {
  readonly sectionIds: readonly SectionId[];
  readonly onAdded: (added: { readonly name: string; readonly passphrase: string }) => void;
};

/** A new profile; the passphrase for its first sign-in is made by the app. */
export function AddStaffForm({ sectionIds, onAdded }: AddStaffFormProps) {
  const { t } = useTranslation(['session', 'common']);
  const words = useErrorWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('staff');
  const [sections, setSections] = useState<readonly SectionId[]>([]);
  const [isTried, setTried] = useState(false);
  const isNameMissing = name.trim() === '';
  const { isWorking, error, submit } = useFormCall(
    () => {
      setTried(true);
      if (isNameMissing) return null;
      return call('staff.add', { name: name.trim(), role, sections: [...sections] });
    },
    ({ passphrase }) => {
      onAdded({ name: name.trim(), passphrase });
      setName('');
      setRole('staff');
      setSections([]);
      setTried(false);
    },
  );
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('session:staff.name')}
        value={name}
        onChange={setName}
        maxLength={staffNameLength}
        autoComplete="off"
        error={isTried && isNameMissing ? t('session:staff.nameMissing') : null}
      />
      <ChoiceGroup
        label={t('session:staff.role')}
        value={role}
        options={(['staff', 'administrator'] as const).map((value) => ({
          value,
          label: t(`session:staff.roles.${value}`),
        }))}
        onChange={setRole}
      />
      <fieldset className={styles.sections}>
        <legend>{t('session:staff.sections')}</legend>
        {sectionIds.map((id) => (
          <CheckBox
            key={id}
            isSelected={sections.includes(id)}
            onChange={(isSelected) =>
              setSections(isSelected ? [...sections, id] : sections.filter((other) => other !== id))
            }
          >
            {t(`common:section.${id}`)}
          </CheckBox>
        ))}
      </fieldset>
      {error && <ErrorNotice error={words(error)} />}
      <Button type="submit" variant="primary" isPending={isWorking}>
        {t('session:staff.submit')}
      </Button>
    </form>
  );
}
