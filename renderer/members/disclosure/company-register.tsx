import { useTranslation } from 'react-i18next';
import type { CompanyDetails, GroupCompany } from '../../../shared/model/group-company.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useLocale } from '../../i18n/use-locale.ts';
import { useForgetKept, useKept } from '../../kept-state.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { CallList } from './call-list.ts';
import { CompanyCard } from './company-card.tsx';
import { CompanyForm } from './company-form.tsx';
import styles from './disclosure.module.css';

const blank: Omit<CompanyDetails, 'language'> = {
  name: '',
  address: '',
  contact: '',
  domain: '',
  publicKey: '',
  permitted: [],
  purpose: '',
  legalBasis: '',
  validFrom: '',
  validTo: '',
};

/** Who may have what, why and until when: nobody else gets anything. */
export function CompanyRegister({ list }: { readonly list: CallList<GroupCompany> }) {
  const { t } = useTranslation('disclosure');
  const errorWords = useErrorWords();
  const toast = useToast();
  const language = useLocale();
  const [form, setForm] = useKept<GroupCompany | 'new' | null>('company.form', null);
  const forget = useForgetKept();
  const close = () => {
    setForm(null);
    forget('company.typed');
  };

  if (form !== null)
    return (
      <CompanyForm
        companyId={form === 'new' ? null : form.id}
        details={form === 'new' ? { ...blank, language } : form.details}
        onSaved={() => {
          close();
          toast({ text: t('company.saved') });
          list.reload();
        }}
        onCancel={close}
      />
    );
  const add = <Button onPress={() => setForm('new')}>{t('company.add')}</Button>;
  return (
    <>
      <p className={styles.quiet}>{t('company.lead')}</p>
      {list.error !== null && <ErrorNotice error={errorWords(list.error)} />}
      {list.value?.length === 0 && (
        <EmptyState icon="members" title={t('company.none')} actions={add}>
          {t('company.noneText')}
        </EmptyState>
      )}
      {list.value?.map((company) => (
        <CompanyCard
          key={`${company.id} ${company.version}`}
          company={company}
          onEdit={() => setForm(company)}
          onApproved={() => {
            toast({ text: t('company.approved', { name: company.details.name }) });
            list.reload();
          }}
        />
      ))}
      {list.value !== null && list.value.length > 0 && <div className={styles.line}>{add}</div>}
    </>
  );
}
