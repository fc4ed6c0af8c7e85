import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { GroupCompanyId } from '../../../shared/ids.ts';
import { disclosableFields } from '../../../shared/model/disclosable-field.ts';
import {
  type CompanyDetails,
  type CompanyFault,
  fingerprintEndLength,
} from '../../../shared/model/group-company.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useKept } from '../../kept-state.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import formStyles from '../member-form.module.css';
import styles from './disclosure.module.css';
import { FieldBoxes } from './field-boxes.tsx';
import { KeyReading } from './key-reading.tsx';

type CompanyFormProps = {
  readonly companyId: GroupCompanyId | null;
  readonly details: CompanyDetails;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
};

const lines = ['name', 'address', 'contact', 'domain', 'purpose', 'legalBasis'] as const;

/** A company of the group as it is entered or changed. Either waits for another administrator. */
export function CompanyForm({ companyId, details, onSaved, onCancel }: CompanyFormProps) {
  const { t } = useTranslation(['disclosure', 'common']);
  const errorWords = useErrorWords();
  const [typed, setTyped] = useKept('company.typed', details);
  const [fingerprintEnd, setFingerprintEnd] = useKept('company.typed.fingerprint', '');
  const [faults, setFaults] = useState<readonly CompanyFault[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<CompanyDetails>) => setTyped((last) => ({ ...last, ...part }));
  const fault = (field: CompanyFault['field']) => {
    const found = faults.find((one) => one.field === field);
    return found === undefined ? null : t(`disclosure:fault.${found.code}`);
  };
  useEffect(() => {
    if (faults.length > 0)
      form.current
        ?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea')
        ?.focus();
  }, [faults]);

  async function save() {
    const asked = { sectionId: 'members', companyId, details: typed, fingerprintEnd } as const;
    const result = await call('company.save', asked);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    if (result.value.outcome === 'saved') onSaved();
    else setFaults(result.value.faults);
  }

  return (
    <form
      ref={form}
      className={styles.stack}
      aria-label={t(companyId === null ? 'disclosure:company.add' : 'disclosure:company.change')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {faults.length > 0 && (
        <Notice
          tone="danger"
          title={t('disclosure:company.faulty', { count: faults.length })}
          isLive
        />
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <div className={formStyles.pair}>
        {lines.map((field, at) => (
          <TextInput
            key={field}
            label={t(`disclosure:fact.${field}`)}
            value={typed[field]}
            onChange={(value) => change({ [field]: value })}
            error={fault(field)}
            maxLength={300}
            autoFocus={at === 0}
          />
        ))}
        {(['validFrom', 'validTo'] as const).map((field) => (
          <div key={field} className={formStyles.dated}>
            <DateInput
              label={t(`disclosure:fact.${field}`)}
              value={typed[field]}
              onChange={(value) => change({ [field]: value })}
            />
            {fault(field) !== null && <p className={styles.fault}>{fault(field)}</p>}
          </div>
        ))}
      </div>
      <FieldBoxes
        legend={t('disclosure:fact.permitted')}
        options={disclosableFields}
        chosen={typed.permitted}
        fault={fault('permitted')}
        onChange={(permitted) => change({ permitted })}
      />
      <ChoiceGroup
        label={t('disclosure:company.language')}
        value={typed.language}
        options={(['ja', 'en'] as const).map((value) => ({
          value,
          label: t(`disclosure:language.${value}`),
        }))}
        onChange={(language) => change({ language })}
      />
      <div className={styles.key}>
        <TextArea
          label={t('disclosure:company.publicKey')}
          value={typed.publicKey}
          onChange={(publicKey) => change({ publicKey })}
          error={fault('publicKey')}
          placeholder="-----BEGIN PGP PUBLIC KEY BLOCK-----"
          rows={4}
        />
      </div>
      <KeyReading publicKey={typed.publicKey} />
      <TextInput
        label={t('disclosure:company.end', { count: fingerprintEndLength })}
        description={t('disclosure:company.endText')}
        value={fingerprintEnd}
        onChange={setFingerprintEnd}
        error={fault('fingerprint')}
        maxLength={100}
      />
      <div className={styles.line}>
        <Button type="submit" variant="primary">
          {t('disclosure:company.save')}
        </Button>
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
