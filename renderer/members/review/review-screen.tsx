import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId, MemberId } from '../../../shared/ids.ts';
import { type Decision, RegistrationStatus } from '../../../shared/model/registration.ts';
import { call } from '../../api.ts';
import { useKeyLabel } from '../../command-keys.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useCall } from '../../use-call.ts';
import { useCommand } from '../../use-command.ts';
import screen from '../members-screen.module.css';
import { FailedDecisions } from './failed-decisions.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { QueueList } from './queue-list.tsx';
import { RegistrationDetails } from './registration-details.tsx';
import styles from './review.module.css';
import { useClaim } from './use-claim.ts';
import { approval, type Choice, useDecisions } from './use-decisions.ts';
import { useReviewQueue } from './use-review-queue.ts';
import { useSelection } from './use-selection.ts';

type ReviewScreenProps = {
  readonly staffName: string;
  readonly onOpenConversation: (id: ConversationId) => void;
};

/** A decision is asked about with its letter. */
type Asking = Decision | 'approve-selected' | 'take-over';

/** The queue on the left; the registration that the cursor is at on the right. Every key decides at once. */
export function ReviewScreen({ staffName, onOpenConversation }: ReviewScreenProps) {
  const { t } = useTranslation(['review', 'members', 'common']);
  const errorWords = useErrorWords();
  const keyLabel = useKeyLabel();
  const [status, setStatus] = useState<RegistrationStatus>('new');
  const queue = useReviewQueue(status);
  const decisions = useDecisions(queue);
  const { rows } = queue;
  const [cursor, setCursor] = useState<number | null>(null);
  const selection = useSelection(rows);
  const [asking, setAsking] = useState<Asking | null>(null);
  /** Which canned reply was last taken for each decision. */
  const [cannedIds, setCannedIds] = useState({ approved: '', rejected: '', 'needs-info': '' });
  const list = useRef<{ focus: () => void }>(null);
  const pane = useRef<HTMLElement>(null);

  // The next one comes to where the last one stood; past the end, the one before.
  const at = cursor === null || rows.length === 0 ? null : Math.min(cursor, rows.length - 1);
  const current = at === null ? null : (rows[at] ?? null);
  const opened = useCall(
    'review.open',
    current === null
      ? undefined
      : { sectionId: 'members', memberId: current.id, isTakenOver: false },
  );
  const claim = opened.value?.claim ?? null;
  useClaim(claim?.isOwn === true ? (current?.id ?? null) : null);
  const { onSight } = queue;
  useEffect(() => onSight(at ?? 0));

  const moveTo = (index: number) => {
    setCursor(Math.max(0, index));
    list.current?.focus();
  };
  const close = () => {
    setCursor(null);
    list.current?.focus();
  };
  const decide = (choice: Choice) => {
    setAsking(null);
    if (current === null) return;
    decisions.decide(current, choice);
    selection.drop([current.id]);
    list.current?.focus();
  };
  /** What is open, and not another's: that is asked about first. */
  const ask = (what: Asking | 'approve') => {
    if (what === 'approve' && selection.chosen.size > 0) return setAsking('approve-selected');
    if (claim === null || current === null) return;
    if (!claim.isOwn) return setAsking('take-over');
    if (what === 'approve') decide(approval);
    else setAsking(what);
  };
  const takeOver = async () => {
    setAsking(null);
    if (current === null) return;
    await call('review.claim', { sectionId: 'members', memberId: current.id, isTakenOver: true });
    opened.reload();
    queue.reload();
  };
  const approveSelected = () => {
    setAsking(null);
    decisions.approveAll(selection.clean);
    selection.clear();
    list.current?.focus();
  };
  const choose = (id: MemberId) => selection.toggle(id);

  useCommand('next-conversation', () => moveTo(at === null ? 0 : at + 1));
  useCommand('previous-conversation', () => moveTo(at === null ? 0 : at - 1));
  useCommand('approve', () => ask('approve'));
  useCommand('reject', () => ask('rejected'));
  useCommand('correct', () => ask('needs-info'));
  useCommand('select-clean', selection.chooseClean);
  useCommand('undo-decision', decisions.undoLast);
  useShortcut({ key: 'Escape' }, close, { isDisabled: current === null });

  const failed = new Set(decisions.failed.map(({ registration }) => registration.id));
  const letterOf = asking === 'approve-selected' || asking === 'take-over' ? null : asking;
  const left = selection.chosen.size - selection.clean.length;
  return (
    <main className={screen.screen} ref={pane}>
      <section
        className={screen.listPane}
        aria-label={t('review:list')}
        data-pane="list"
        tabIndex={-1}
      >
        <header className={styles.head}>
          <div className={screen.titleLine}>
            <h1 className={screen.title}>{t('review:title')}</h1>
            <SelectInput
              label={t('review:status')}
              isLabelHidden
              value={status}
              options={RegistrationStatus.options.map((value) => ({
                value,
                label: t(`members:status.${value}`),
              }))}
              onChange={(next) => {
                setStatus(next);
                setCursor(null);
                selection.clear();
              }}
            />
          </div>
          <div className={styles.bar}>
            <span role="status">
              {selection.chosen.size > 0
                ? t('review:selected', { count: selection.chosen.size })
                : queue.total !== null && t('review:count', { count: queue.total })}
            </span>
            {selection.chosen.size > 0 ? (
              <>
                <Button size="sm" variant="quiet" onPress={selection.clear}>
                  {t('review:clearSelection')}
                </Button>
                <Button size="sm" onPress={() => setAsking('approve-selected')}>
                  {t('review:approveSelected')}
                </Button>
              </>
            ) : (
              status === 'new' &&
              rows.length > 0 && (
                <Button size="sm" variant="quiet" onPress={selection.chooseClean}>
                  {t('review:selectClean')}
                  <kbd className={styles.key}>{keyLabel('select-clean')}</kbd>
                </Button>
              )
            )}
          </div>
        </header>
        <FailedDecisions failed={decisions.failed} onDismiss={decisions.dismiss} />
        {queue.error !== null && (
          <div className={screen.error}>
            <ErrorNotice
              error={errorWords(queue.error)}
              actions={
                <Button size="sm" onPress={queue.reload}>
                  {t('common:retry')}
                </Button>
              }
            />
          </div>
        )}
        {queue.total !== null && rows.length === 0 && (
          <EmptyState icon="check" title={t('review:none.title')}>
            {t('review:none.text')}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <QueueList
            rows={rows}
            total={queue.total ?? rows.length}
            cursor={at}
            chosen={selection.chosen}
            failed={failed}
            onCursor={moveTo}
            onEnter={() => {
              if (at === null) setCursor(0);
              else pane.current?.querySelector<HTMLElement>('[data-pane=reading]')?.focus();
            }}
            onChoose={choose}
            onSight={onSight}
            focusRef={list}
          />
        )}
      </section>
      {opened.value !== null && current !== null ? (
        <RegistrationDetails
          key={current.id}
          opened={opened.value}
          onApprove={() => ask('approve')}
          onWelcome={() => ask('approved')}
          onReject={() => ask('rejected')}
          onCorrect={() => ask('needs-info')}
          onTakeOver={() => setAsking('take-over')}
          onOpenConversation={onOpenConversation}
        />
      ) : (
        <section
          className={screen.nothing}
          aria-label={t('review:nothing.title')}
          data-pane="reading"
          tabIndex={-1}
        >
          {opened.error !== null && (
            <div className={screen.error}>
              <ErrorNotice error={errorWords(opened.error)} />
            </div>
          )}
          {current === null && (
            <EmptyState icon="members" title={t('review:nothing.title')}>
              {t('review:nothing.text', { down: keyLabel('next-conversation') })}
            </EmptyState>
          )}
        </section>
      )}
      {letterOf !== null && opened.value !== null && (
        <LetterDialog
          key={letterOf}
          decision={letterOf}
          opened={opened.value}
          staffName={staffName}
          cannedId={cannedIds[letterOf]}
          onCanned={(id) => setCannedIds({ ...cannedIds, [letterOf]: id })}
          onDecide={decide}
          onClose={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        title={t('review:bulk.title', { count: selection.clean.length })}
        isOpen={asking === 'approve-selected'}
        confirmLabel={t('review:bulk.confirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={selection.clean.length > 0 ? approveSelected : () => setAsking(null)}
        onCancel={() => setAsking(null)}
      >
        {left > 0 && <p>{t('review:bulk.left', { count: left })}</p>}
        <p>{t(selection.clean.length > 0 ? 'review:bulk.text' : 'review:bulk.none')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('review:claim.question', { name: claim?.staffName ?? '' })}
        isOpen={asking === 'take-over' && claim !== null}
        confirmLabel={t('review:claim.confirm')}
        cancelLabel={t('review:claim.cancel')}
        onConfirm={() => void takeOver()}
        onCancel={() => setAsking(null)}
      >
        {t('review:claim.explain', { name: claim?.staffName ?? '' })}
      </ConfirmDialog>
    </main>
  );
}
