import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { MemberStatus } from '../../../shared/model/member.ts';
import {
  RetainedPart,
  type RetentionRule,
  RetentionTerms,
} from '../../../shared/model/retention.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './retention.module.css';

type RuleDialogProps = {
  /** Null for one that is not there yet. */
  readonly rule: RetentionRule | null;
  readonly terms: RetentionTerms;
  /** Why it was not saved. */
  readonly error: AppError | null;
  readonly onSave: (terms: RetentionTerms, ruleId: RetentionRule['id'] | null) => Promise<boolean>;
  readonly onClose: () => void;
};

/** What goes of whom, and when. */
export function RuleDialog({ rule, terms, error, onSave, onClose }: RuleDialogProps) {
  const { t } = useTranslation(['retention', 'members']);
  const errorWords = useErrorWords();
  const [status, setStatus] = useState(terms.status);
  const [part, setPart] = useState(terms.part);
  const [count, setCount] = useState(String(terms.count));
  const [unit, setUnit] = useState(terms.unit);
  const [isTried, setTried] = useState(false);
  const digits = count.normalize('NFKC').trim();
  const typed = RetentionTerms.safeParse({
    ...{ status, part, unit },
    count: /^\d+$/.test(digits) ? Number(digits) : null,
  });

  async function save() {
    setTried(true);
    if (typed.success && (await onSave(typed.data, rule?.id ?? null))) onClose();
  }

  return (
    <ModalDialog
      title={t(rule === null ? 'retention:form.add' : 'retention:form.edit')}
      isOpen
      onClose={onClose}
      width="sm"
      actions={
        <>
          <Button onPress={onClose}>{t('retention:form.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {t('retention:form.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SelectInput
          label={t('retention:form.status')}
          value={status}
          options={MemberStatus.options.map((value) => ({
            value,
            label: t(`members:status.${value}`),
          }))}
          onChange={setStatus}
        />
        <SelectInput
          label={t('retention:form.part')}
          value={part}
          options={RetainedPart.options.map((value) => ({
            value,
            label: t(`retention:part.${value}`),
          }))}
          onChange={setPart}
        />
        <div className={styles.period}>
          <TextInput
            label={t('retention:form.count')}
            inputMode="numeric"
            value={count}
            onChange={setCount}
            error={isTried && !typed.success ? t('retention:form.wrong') : null}
          />
          <SelectInput
            label={t('retention:form.unit')}
            value={unit}
            options={(['days', 'months', 'years'] as const).map((value) => ({
              value,
              label: t(`retention:unit.${value}`),
            }))}
            onChange={setUnit}
          />
        </div>
        <p className={styles.quiet}>
          {t(rule?.onSince == null ? 'retention:form.text' : 'retention:form.textOn')}
        </p>
        {isTried && error !== null && <ErrorNotice error={errorWords(error)} />}
      </div>
    </ModalDialog>
  );
}
