import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLocale } from '../../i18n/use-locale.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useCall } from '../../use-call.ts';
import type { MemberDrafts } from '../member-drafts.ts';
import { formOfMail } from '../member-form-state.ts';
import { ReadFields } from './read-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';
import { useRetry } from './use-retry.ts';
import styles from './waiting-pane.module.css';

type WaitingPaneProps = {
  readonly messageId: MessageId;
  readonly drafts: MemberDrafts;
  readonly onOpenRecords: () => void;
  readonly onClose: () => void;
};

/** A mail that could not be read beside what was read of it, why it waits, and what can be done. */
export function WaitingPane({ messageId, drafts, onOpenRecords, onClose }: WaitingPaneProps) {
  const { t } = useTranslation(['forms', 'common']);
  const errorWords = useErrorWords();
  const problemWords = useProblemWords();
  const format = useFormat();
  const locale = useLocale();
  const toast = useToast();
  const retry = useRetry();
  const { value, error } = useCall('formMail.read', { sectionId: 'members', messageId });
  useShortcut({ key: 'Escape' }, onClose);

  async function setAside(isSetAside: boolean, isUndo = false) {
    const place = { sectionId: 'members', messageId, isSetAside } as const;
    const result = await call('formMail.setAside', place);
    if (!result.ok) {
      const { what, next } = errorWords(result.error);
      toast({ text: t('common:sentences', { first: what, second: next }) });
      return;
    }
    toast({
      text: t(isSetAside ? 'forms:mail.wasSetAside' : 'forms:mail.broughtBack'),
      ...(isUndo
        ? {}
        : {
            action: {
              label: t('forms:mail.undo'),
              onPress: () => void setAside(!isSetAside, true),
            },
          }),
    });
  }

  function byHand() {
    if (value === null) return;
    // One form is kept: what somebody typed in it is not thrown away for this one.
    if (drafts.kept() !== null) {
      const action = { label: t('forms:mail.formOpenAction'), onPress: onOpenRecords };
      toast({ text: t('forms:mail.formOpen'), action });
      return;
    }
    drafts.keep(formOfMail(value.reading.record, messageId, locale));
    onOpenRecords();
  }

  if (error !== null)
    return (
      <section className={styles.pane} data-pane="reading" tabIndex={-1}>
        <div className={styles.column}>
          <ErrorNotice error={errorWords(error)} />
        </div>
      </section>
    );
  if (value === null) return <section className={styles.pane} data-pane="reading" tabIndex={-1} />;
  const { mail, text, reading } = value;
  const { what, next } = problemWords(mail.problem, mail.formName);
  const isForged = mail.problem.code === 'sender' || mail.problem.code === 'authentication';
  return (
    <section className={styles.pane} aria-label={mail.subject} data-pane="reading" tabIndex={-1}>
      <header className={styles.head}>
        <h2 className={styles.subject}>{mail.subject || t('forms:mail.empty')}</h2>
        <p className={styles.from}>
          <span>{mail.fromName}</span> <span>{mail.fromAddress}</span>{' '}
          <span>{format.dateTime(mail.sentAt)}</span>
        </p>
      </header>
      <div className={styles.scroller}>
        <div className={styles.column}>
          <Notice tone={isForged ? 'danger' : 'warning'} title={what}>
            {next}
          </Notice>
          <div className={styles.actions}>
            <Button variant="primary" onPress={byHand}>
              {t('forms:mail.byHand')}
            </Button>
            {!mail.isSetAside && (
              <Button icon="retry" isPending={retry.isPending} onPress={() => retry.run(messageId)}>
                {t('forms:mail.retry')}
              </Button>
            )}
            <Button
              icon={mail.isSetAside ? 'back' : 'archive'}
              onPress={() => void setAside(!mail.isSetAside)}
            >
              {t(mail.isSetAside ? 'forms:mail.back' : 'forms:mail.aside')}
            </Button>
          </div>
          <div className={styles.beside}>
            <section className={styles.part} aria-label={t('forms:mail.text')}>
              <h3 className={styles.label}>{t('forms:mail.text')}</h3>
              <pre className={styles.text}>{text}</pre>
            </section>
            <section className={styles.part} aria-label={t('forms:mail.read')}>
              <h3 className={styles.label}>{t('forms:mail.read')}</h3>
              <ReadFields fields={reading.fields} />
            </section>
          </div>
        </div>
      </div>
    </section>
  );
}
