import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionRule, RetentionTerms } from '../../../shared/model/retention.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageColumn } from '../page-column.tsx';
import { PageFrame } from '../page-frame.tsx';
import { DueDialog } from './due-dialog.tsx';
import { NoRules } from './no-rules.tsx';
import { RemainingPanel } from './remaining-panel.tsx';
import styles from './retention.module.css';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleList } from './rule-list.tsx';
import { RunLine } from './run-line.tsx';
import { useRetention } from './use-retention.ts';

type RetentionPageProps = { readonly isAdministrator: boolean; readonly onBack: () => void };

const blank: RetentionTerms = { status: 'rejected', part: 'record', count: 90, unit: 'days' };

/** How long members' data are kept: the rules, whom each is about, and what will remain. */
export function RetentionPage({ isAdministrator, onBack }: RetentionPageProps) {
  const { t } = useTranslation('retention');
  const errorWords = useErrorWords();
  const retention = useRetention();
  const { rules, status, error } = retention;
  const [form, setForm] = useState<RetentionRule | 'new' | null>(null);
  const [looking, setLooking] = useState<RetentionRule | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isOn = rules?.some(({ onSince }) => onSince !== null) === true;
  const save = (terms: RetentionTerms, ruleId: RetentionRule['id'] | null) =>
    retention.save({ ruleId, terms });

  return (
    <PageFrame
      title={t('title')}
      backLabel={t('back')}
      ways={
        isAdministrator ? (
          <>
            {isOn && (
              <Button
                size="sm"
                isDisabled={status?.isRunning === true}
                onPress={() => setAsking(true)}
              >
                {t('run')}
              </Button>
            )}
            <Button size="sm" icon="add" onPress={() => setForm('new')}>
              {t('add')}
            </Button>
          </>
        ) : null
      }
      isCovered={form !== null || looking !== null || isAsking}
      onBack={onBack}
    >
      <PageColumn>
        <p className={styles.quiet}>{t('lead')}</p>
        {!isAdministrator && <Notice tone="info">{t('readOnly')}</Notice>}
        {error !== null && form === null && <ErrorNotice error={errorWords(error)} />}
        {rules?.length === 0 && (
          <NoRules onAdd={isAdministrator ? (terms) => void save(terms, null) : null} />
        )}
        {rules !== null && rules.length > 0 && (
          <RuleList
            rules={rules}
            canChange={isAdministrator}
            onLook={setLooking}
            onTurn={(rule) => void retention.turn(rule, rule.onSince === null)}
            onEdit={setForm}
            onRemove={(rule) => void retention.remove(rule)}
          />
        )}
        {status !== null && (
          <RunLine
            status={status}
            nextAt={retention.nextAt}
            onCancel={isAdministrator ? () => void retention.cancel() : null}
          />
        )}
        {rules !== null && (
          // Other rules, or a run that has ended, leave something else.
          <RemainingPanel key={JSON.stringify([rules, status?.last?.at])} />
        )}
        <Notice tone="info">{t('backups')}</Notice>
      </PageColumn>
      {form !== null && (
        <RuleDialog
          rule={form === 'new' ? null : form}
          terms={form === 'new' ? blank : form}
          error={error}
          onSave={save}
          onClose={() => setForm(null)}
        />
      )}
      {looking !== null && <DueDialog rule={looking} onClose={() => setLooking(null)} />}
      <ConfirmDialog
        title={t('confirm.title')}
        isOpen={isAsking}
        confirmLabel={t('confirm.erase')}
        cancelLabel={t('confirm.cancel')}
        isDangerous
        onConfirm={() => {
          setAsking(false);
          void retention.run();
        }}
        onCancel={() => setAsking(false)}
      >
        {t('confirm.text')}
      </ConfirmDialog>
    </PageFrame>
  );
}
