import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { DuplicatePair } from '../../../shared/model/duplicate.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useCall } from '../../use-call.ts';
import screenStyles from '../members-screen.module.css';
import styles from './duplicates.module.css';
import { keyOf, PairList } from './pair-list.tsx';
import { PairView } from './pair-view.tsx';
import { RecentMerges } from './recent-merges.tsx';
import { useDuplicates } from './use-duplicates.ts';

const inMembers = { sectionId: 'members' } as const;

/** Members who may be there twice on the left, two of them side by side on the right. */
export function DuplicatesScreen({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['duplicates', 'common']);
  const errorWords = useErrorWords();
  const format = useFormat();
  const toast = useToast();
  const duplicates = useDuplicates();
  const { shown, isSearching, error } = duplicates;
  const [open, setOpen] = useState<DuplicatePair | null>(null);
  const screen = useRef<HTMLElement>(null);
  const compared = useCall(
    'duplicate.compare',
    open === null ? undefined : { ...inMembers, one: open.one.id, other: open.other.id },
  );

  function close() {
    setOpen(null);
    const list = screen.current?.querySelector<HTMLElement>('[role=listbox]');
    (list ?? screen.current?.querySelector<HTMLElement>('[data-pane=list]'))?.focus();
  }
  useShortcut({ key: 'Escape' }, open === null ? onClose : close, { inTextFields: true });

  async function undo(undoing: Promise<Result<null>>) {
    const result = await undoing;
    if (result.ok) toast({ text: t('duplicates:undone') });
    else {
      const { what, next } = errorWords(result.error);
      toast({ text: t('common:sentences', { first: what, second: next }) });
    }
    duplicates.reload();
  }
  const undoMerge = (memberId: MemberId, sequence: number) =>
    void undo(call('duplicate.undo', { ...inMembers, memberId, sequence }));

  function done(text: string, onUndo: () => void) {
    toast({ text, action: { label: t('duplicates:undo'), onPress: onUndo } });
    close();
    duplicates.reload();
  }
  function apart() {
    if (open === null) return;
    const pair = { ...inMembers, one: open.one.id, other: open.other.id, areApart: false };
    done(t('duplicates:apart'), () => void undo(call('duplicate.apart', pair)));
  }

  return (
    <main className={screenStyles.screen} ref={screen}>
      <section
        className={screenStyles.listPane}
        aria-label={t('duplicates:title')}
        data-pane="list"
        tabIndex={-1}
      >
        <header className={screenStyles.head}>
          <div className={screenStyles.titleLine}>
            <IconButton icon="back" label={t('duplicates:back')} shortcut="Esc" onPress={onClose} />
            <h1 className={screenStyles.title}>{t('duplicates:title')}</h1>
            <IconButton
              icon="retry"
              label={t('duplicates:find')}
              isDisabled={isSearching}
              onPress={duplicates.find}
            />
          </div>
          <p className={screenStyles.count} role="status">
            {isSearching && t('duplicates:searching')}
            {!isSearching && shown?.search.state === 'done' && (
              <>
                {t('duplicates:found', { count: shown.total })}
                <span className={styles.at}>
                  {t('duplicates:at', { date: format.shortDateTime(shown.search.at) })}
                </span>
              </>
            )}
          </p>
          {isSearching && (
            <ProgressBar
              label={t('duplicates:searching')}
              {...(shown?.search.state === 'running'
                ? { done: shown.search.done, total: shown.search.total }
                : { done: 0, total: 0 })}
            />
          )}
        </header>
        {error !== null && (
          <div className={screenStyles.error}>
            <ErrorNotice error={errorWords(error)} />
          </div>
        )}
        <div className={styles.scroller}>
          {shown !== null && shown.pairs.length > 0 && (
            <PairList
              pairs={shown.pairs}
              openKey={open === null ? null : keyOf(open)}
              onOpen={setOpen}
            />
          )}
          {duplicates.hasMore && (
            <div className={styles.more}>
              <Button size="sm" onPress={duplicates.more}>
                {t('duplicates:more')}
              </Button>
            </div>
          )}
          {!isSearching && shown?.search.state === 'done' && shown.total === 0 && (
            <EmptyState icon="check" title={t('duplicates:none.title')}>
              {t('duplicates:none.text')}
            </EmptyState>
          )}
          <RecentMerges
            merges={duplicates.merges}
            onUndo={({ kept, sequence }) => undoMerge(kept.id, sequence)}
          />
        </div>
      </section>
      {open !== null && compared.value !== null && (
        <PairView
          // Another state of either has other values to choose from.
          key={`${keyOf(open)} ${compared.value.one.changedAt} ${compared.value.other.changedAt}`}
          pair={compared.value}
          onMerged={(keptId, sequence) =>
            done(t('duplicates:merged', { number: keptId }), () => undoMerge(keptId, sequence))
          }
          onApart={apart}
          onReload={compared.reload}
          onClose={close}
        />
      )}
      {(open === null || compared.value === null) && (
        <section
          className={screenStyles.nothing}
          aria-label={t('duplicates:nothing.title')}
          data-pane="reading"
          tabIndex={-1}
        >
          {compared.error !== null && (
            <div className={screenStyles.error}>
              <ErrorNotice error={errorWords(compared.error)} />
            </div>
          )}
          {open === null && (
            <EmptyState icon="merge" title={t('duplicates:nothing.title')}>
              {t('duplicates:nothing.text')}
            </EmptyState>
          )}
        </section>
      )}
    </main>
  );
}
