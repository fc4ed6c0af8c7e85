import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationForm } from '../../../shared/model/registration-form.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useForgetKept, useKept } from '../../kept-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useToast } from '../../ui/toast.tsx';
import { FormEditor } from './form-editor.tsx';
import styles from './forms-page.module.css';

type FormsPageProps = {
  readonly forms: readonly RegistrationForm[];
  readonly canTeach: boolean;
  readonly onChanged: () => void;
};

/** The forms that are known, or the one that is being taught. */
export function FormsPage({ forms, canTeach, onChanged }: FormsPageProps) {
  const { t } = useTranslation(['forms', 'common']);
  const format = useFormat();
  const toast = useToast();
  const words = useErrorWords();
  const [edited, setEdited] = useKept<RegistrationForm | 'new' | null>('taught-form', null);
  const forget = useForgetKept();
  const [removing, setRemoving] = useState<RegistrationForm | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    if (wasEdited.current && edited === null) list.current?.focus();
    wasEdited.current = edited !== null;
  }, [edited]);

  async function remove({ id: formId }: RegistrationForm) {
    setRemoving(null);
    const result = await call('form.remove', { sectionId: 'members', formId });
    toast({ text: result.ok ? t('forms:forms.removed') : words(result.error).what });
    onChanged();
  }

  if (edited !== null)
    return (
      <FormEditor
        form={edited === 'new' ? null : edited}
        onClose={() => {
          setEdited(null);
          forget('form-editor');
          onChanged();
        }}
      />
    );
  const teach = (
    <Button variant="primary" icon="add" onPress={() => setEdited('new')}>
      {t('forms:forms.teach')}
    </Button>
  );
  if (forms.length === 0)
    return (
      <EmptyState icon="template" title={t('forms:forms.empty')} actions={canTeach && teach}>
        {t('forms:unread.noneText')} {!canTeach && t('forms:forms.administrator')}
      </EmptyState>
    );
  return (
    <div ref={list} className={styles.scroller} data-pane="list" tabIndex={-1}>
      <div className={styles.column}>
        <h2 className={styles.heading}>{t('forms:forms.heading')}</h2>
        <div className={styles.leadLine}>
          <p className={styles.lead}>
            {t('forms:forms.lead')} {!canTeach && t('forms:forms.administrator')}
          </p>
          {canTeach && teach}
        </div>
        {forms.map((form) => (
          <Card
            key={form.id}
            title={form.name}
            actions={
              canTeach && (
                <div className={styles.ways}>
                  <Button
                    size="sm"
                    aria-label={t('forms:forms.editLabel', { name: form.name })}
                    onPress={() => setEdited(form)}
                  >
                    {t('forms:forms.edit')}
                  </Button>
                  <Button
                    size="sm"
                    aria-label={t('forms:forms.removeLabel', { name: form.name })}
                    onPress={() => setRemoving(form)}
                  >
                    {t('forms:forms.remove')}
                  </Button>
                </div>
              )
            }
          >
            <p className={styles.from}>
              {t('forms:forms.from', { senders: format.list(form.senders) })}
            </p>
            <p className={styles.quiet}>{form.labels.map(({ label }) => label).join(' · ')}</p>
            <p className={styles.quiet}>
              {t('forms:forms.taught', {
                date: format.stamp(form.taughtAt),
                name: form.staffName,
              })}
            </p>
          </Card>
        ))}
      </div>
      <ConfirmDialog
        title={t('forms:forms.removeTitle', { name: removing?.name ?? '' })}
        isOpen={removing !== null}
        confirmLabel={t('forms:forms.remove')}
        cancelLabel={t('forms:forms.keep')}
        isDangerous
        onConfirm={() => {
          if (removing !== null) void remove(removing);
        }}
        onCancel={() => setRemoving(null)}
      >
        {t('forms:forms.removeText')}
      </ConfirmDialog>
    </div>
  );
}
