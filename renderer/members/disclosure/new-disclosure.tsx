import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { DisclosableField } from '../../../shared/model/disclosable-field.ts';
import { type DisclosurePreview, mostDisclosed } from '../../../shared/model/disclosure.ts';
import type { GroupCompany } from '../../../shared/model/group-company.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ChosenMembers } from './chosen-members.tsx';
import styles from './disclosure.module.css';
import { FieldBoxes } from './field-boxes.tsx';
import { PreviewTable, previewRows } from './preview-table.tsx';
import type { Disclosing } from './use-disclosing.ts';

type NewDisclosureProps = {
  readonly disclosing: Disclosing;
  /** Those that may have anything today. */
  readonly companies: readonly GroupCompany[];
  readonly query: string;
  readonly found: number;
  readonly onAsked: () => void;
};

/** Asks for a disclosure: nothing can be asked for that was not previewed as it is. */
export function NewDisclosure(props: NewDisclosureProps) {
  const { disclosing, companies, query, found, onAsked } = props;
  const { t } = useTranslation('disclosure');
  const errorWords = useErrorWords();
  const toast = useToast();
  const [companyId, setCompanyId] = useState(companies[0]?.id ?? null);
  const [fields, setFields] = useState<readonly DisclosableField[]>([]);
  const [purpose, setPurpose] = useState('');
  /** The selection that is previewed, and what it shows. */
  const [previewed, setPreviewed] = useState<string | null>(null);
  const [shown, setShown] = useState<DisclosurePreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const company = companies.find(({ id }) => id === companyId) ?? companies[0];

  if (company === undefined)
    return (
      <EmptyState
        icon="members"
        title={t('new.nobody')}
        actions={
          <Button onPress={() => disclosing.show('companies')}>{t('new.toCompanies')}</Button>
        }
      >
        {t('new.nobodyText')}
      </EmptyState>
    );

  const { chosen } = disclosing;
  const { permitted } = company.details;
  const selection = {
    sectionId: 'members',
    companyId: company.id,
    fields: fields.filter((field) => permitted.includes(field)),
    memberIds: chosen.map(({ id }) => id),
  } as const;
  const key = JSON.stringify(selection);
  const isPreviewed = previewed === key;
  const isEmpty = selection.fields.length === 0 || chosen.length === 0;
  const isReady = isPreviewed && shown !== null && shown.refusals.length === 0;

  async function ask() {
    if (shown === null) return;
    const { digest } = shown;
    const result = await call('disclosure.ask', { ...selection, purpose, digest });
    setError(result.ok ? null : result.error);
    // What is different now is shown anew.
    setPreviewed(null);
    if (!result.ok || result.value.outcome === 'refused') return;
    toast({ text: t('new.asked') });
    disclosing.clear();
    onAsked();
  }

  return (
    <>
      <p className={styles.quiet}>{t('new.lead', { count: mostDisclosed })}</p>
      <SelectInput
        label={t('new.company')}
        value={String(company.id)}
        options={companies.map(({ id, details }) => ({ value: String(id), label: details.name }))}
        onChange={(value) => {
          const other = companies.find(({ id }) => String(id) === value);
          if (other !== undefined) setCompanyId(other.id);
        }}
      />
      <FieldBoxes
        legend={t('new.fields')}
        options={permitted}
        chosen={selection.fields}
        onChange={setFields}
      />
      <ChosenMembers disclosing={disclosing} query={query} found={found} />
      <TextInput
        label={t('new.purpose')}
        description={t('new.purposeText', { purpose: company.details.purpose })}
        value={purpose}
        onChange={setPurpose}
        maxLength={1000}
      />
      {isPreviewed && (
        <PreviewTable
          key={key}
          load={(offset) =>
            call('disclosure.preview', {
              ...selection,
              fields: [...selection.fields],
              memberIds: [...selection.memberIds],
              offset,
              limit: previewRows,
            })
          }
          onShown={setShown}
          onRemove={(ids) => {
            disclosing.remove(ids);
            setPreviewed(null);
          }}
        />
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <div className={styles.line}>
        {!isPreviewed && (
          <Button
            variant="primary"
            isDisabled={isEmpty}
            onPress={() => {
              setShown(null);
              setPreviewed(key);
            }}
          >
            {t('new.preview')}
          </Button>
        )}
        {isPreviewed && (
          <Button
            variant="primary"
            isDisabled={!isReady || purpose.trim() === ''}
            onPress={() => void ask()}
          >
            {t('new.ask')}
          </Button>
        )}
        <span className={styles.quiet}>
          {t(isPreviewed && purpose.trim() === '' ? 'new.needsPurpose' : 'new.onRecord')}
        </span>
      </div>
    </>
  );
}
