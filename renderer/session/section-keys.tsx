import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './settings-pages.module.css';

type SectionKeysProps = { readonly sectionIds: readonly SectionId[] };

/** A new key for a section without withdrawing it from anybody: when the old one may be known. */
export function SectionKeys({ sectionIds }: SectionKeysProps) {
  const { t } = useTranslation(['session', 'common']);
  const words = useErrorWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  // The last question stays in sight while the dialog fades out.
  const [asked, setAsked] = useState<SectionId | null>(null);
  const [busy, setBusy] = useState<SectionId | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const name = (sectionId: SectionId | null) =>
    sectionId === null ? '' : t(`common:section.${sectionId}`);

  async function change(sectionId: SectionId) {
    setAsking(false);
    setBusy(sectionId);
    setError(null);
    const result = await call('section.rekey', { sectionId });
    setBusy(null);
    if (result.ok) toast({ text: t('session:keys.done', { section: name(sectionId) }) });
    else setError(result.error);
  }

  return (
    <section className={styles.block} aria-labelledby="section-keys">
      <h3 id="section-keys">{t('session:keys.title')}</h3>
      <p className={styles.quiet}>{t('session:keys.lead')}</p>
      {error && <ErrorNotice error={words(error)} />}
      <ul className={styles.keys}>
        {sectionIds.map((sectionId) => (
          <li key={sectionId}>
            <span>{name(sectionId)}</span>
            <Button
              size="sm"
              aria-label={t('session:keys.changeOf', { section: name(sectionId) })}
              isPending={busy === sectionId}
              isDisabled={busy !== null && busy !== sectionId}
              onPress={() => {
                setAsked(sectionId);
                setAsking(true);
              }}
            >
              {t('session:keys.change')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t('session:keys.askTitle', { section: name(asked) })}
        isOpen={isAsking}
        confirmLabel={t('session:keys.confirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => {
          if (asked !== null) void change(asked);
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('session:keys.askText')}</p>
      </ConfirmDialog>
    </section>
  );
}
