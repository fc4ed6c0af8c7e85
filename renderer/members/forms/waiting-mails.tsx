import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import type { WaitingMail } from '../../../shared/model/form-mail.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCall } from '../../use-call.ts';
import { useCommand } from '../../use-command.ts';
import { useEvent } from '../../use-event.ts';
import type { MemberDrafts } from '../member-drafts.ts';
import { useProblemWords } from './use-problem-words.ts';
import { useRetry } from './use-retry.ts';
import styles from './waiting-mails.module.css';
import { WaitingPane } from './waiting-pane.tsx';

/** As many as are ever looked at one after another: the next come when these are done with. */
const shownAtOnce = 200;

type WaitingMailsProps = {
  readonly isSetAside: boolean;
  readonly hasForms: boolean;
  readonly drafts: MemberDrafts;
  readonly onTeach: () => void;
  readonly onOpenRecords: () => void;
};

/** Form mails that wait for a person, the oldest first, and the one that is open. */
export function WaitingMails(props: WaitingMailsProps) {
  const { isSetAside, hasForms, drafts, onTeach, onOpenRecords } = props;
  const { t } = useTranslation('forms');
  const errorWords = useErrorWords();
  const retry = useRetry();
  const place = { sectionId: 'members', isSetAside, offset: 0, limit: shownAtOnce } as const;
  const { value, error, reload } = useCall('formMail.list', place);
  useEvent('section.changed', ({ sectionId }) => {
    if (sectionId === 'members') reload();
  });
  const [openId, setOpenId] = useState<MessageId | null>(null);
  const rows = useRef<HTMLUListElement>(null);
  const mails = value?.items ?? [];
  const at = mails.findIndex(({ messageId }) => messageId === openId);
  const focusRow = (index: number) =>
    rows.current?.querySelectorAll<HTMLElement>('button')[index]?.focus();
  const move = (step: 1 | -1) => {
    const next = mails[Math.max(0, Math.min(mails.length - 1, at + step))];
    if (next === undefined) return;
    setOpenId(next.messageId);
    focusRow(mails.indexOf(next));
  };
  useCommand('next-conversation', () => move(1));
  useCommand('previous-conversation', () => move(-1));

  // The next one takes the place of one that is done with.
  const lastAt = useRef(0);
  if (at !== -1) lastAt.current = at;
  const isGone = openId !== null && value !== null && at === -1;
  useEffect(() => {
    if (!isGone) return;
    setOpenId(null);
    rows.current
      ?.querySelectorAll<HTMLElement>('button')
      [Math.min(lastAt.current, mails.length - 1)]?.focus();
  }, [isGone, mails.length]);

  if (error !== null)
    return (
      <div className={styles.error}>
        <ErrorNotice error={errorWords(error)} />
      </div>
    );
  if (value === null) return null;
  if (mails.length === 0)
    return isSetAside ? (
      <EmptyState icon="check" title={t('aside.empty')}>
        {t('aside.emptyText')}
      </EmptyState>
    ) : (
      <EmptyState
        icon={hasForms ? 'check' : 'template'}
        title={t(hasForms ? 'unread.empty' : 'unread.none')}
        actions={!hasForms && <Button onPress={onTeach}>{t('tab.forms', { count: 0 })}</Button>}
      >
        {t(hasForms ? 'unread.emptyText' : 'unread.noneText')}
      </EmptyState>
    );
  return (
    <div className={styles.panes}>
      <section className={styles.listPane} data-pane="list" tabIndex={-1}>
        <ul
          ref={rows}
          className={styles.list}
          aria-label={t(isSetAside ? 'aside.list' : 'unread.list')}
        >
          {mails.map((mail) => (
            <Row
              key={mail.messageId}
              mail={mail}
              isOpen={mail.messageId === openId}
              onOpen={() => setOpenId(mail.messageId)}
            />
          ))}
        </ul>
        {!isSetAside && (
          <footer className={styles.foot}>
            <Button
              size="sm"
              icon="retry"
              isPending={retry.isPending}
              onPress={() => retry.run(null)}
            >
              {t('unread.retryAll')}
            </Button>
          </footer>
        )}
      </section>
      {openId === null || isGone ? (
        <section className={styles.nothing} data-pane="reading" tabIndex={-1}>
          <EmptyState icon="mail-open" title={t('mail.none')}>
            {t('mail.noneText')}
          </EmptyState>
        </section>
      ) : (
        <WaitingPane
          key={openId}
          messageId={openId}
          drafts={drafts}
          onOpenRecords={onOpenRecords}
          onClose={() => {
            focusRow(at);
            setOpenId(null);
          }}
        />
      )}
    </div>
  );
}

type RowProps = {
  readonly mail: WaitingMail;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

function Row({ mail, isOpen, onOpen }: RowProps) {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const words = useProblemWords();
  return (
    <li>
      <button
        type="button"
        className={classNames(styles.row, isOpen && styles.open)}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={styles.line}>
          <span className={styles.subject}>{mail.subject || t('mail.empty')}</span>
          <span className={styles.date}>{format.shortDate(mail.sentAt)}</span>
        </span>
        <span className={styles.quiet}>{mail.fromAddress}</span>
        <span className={styles.reason}>{words(mail.problem, mail.formName).what}</span>
      </button>
    </li>
  );
}
