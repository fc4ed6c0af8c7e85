import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../shared/ids.ts';
import { useKeyLabel } from '../command-keys.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useCall } from '../use-call.ts';
import { useCommand } from '../use-command.ts';
import { useEvent } from '../use-event.ts';
import { useTypedQuery } from '../use-typed-query.ts';
import { DisclosurePane } from './disclosure/disclosure-pane.tsx';
import { useDisclosing } from './disclosure/use-disclosing.ts';
import { ImportPane } from './import/import-pane.tsx';
import type { MemberDrafts } from './member-drafts.ts';
import { MemberForm } from './member-form.tsx';
import { MemberList } from './member-list.tsx';
import { MemberRecord } from './member-record.tsx';
import type { MembersPage } from './members-page.ts';
import styles from './members-screen.module.css';
import { PagesMenu } from './pages-menu.tsx';
import { useMemberList } from './use-member-list.ts';
import { useMembersView } from './use-members-view.ts';

/** Long enough that a word is asked for once, short enough to feel at once. */
const pauseMs = 100;

type MembersScreenProps = {
  /** To open at once; null opens none. */
  readonly memberId: MemberId | null;
  /** To search for at first. */
  readonly query: string;
  readonly drafts: MemberDrafts;
  readonly onPage: (page: MembersPage) => void;
};

/** The members on the left, the open record or a form on the right. */
export function MembersScreen({ memberId, query, drafts, onPage }: MembersScreenProps) {
  const { t } = useTranslation(['members', 'common', 'disclosure']);
  const errorWords = useErrorWords();
  const keyLabel = useKeyLabel();
  const search = useTypedQuery(pauseMs, query);
  const list = useMemberList(search.query);
  const members = useMembersView(drafts, memberId, list.reload);
  const { view, card } = members;
  const { disclosing, ...disclosures } = useDisclosing();
  const total = list.total ?? 0;
  const [cursor, setCursor] = useState<number | null>(null);
  const [isEntering, setEntering] = useState(false);
  const [isImporting, setImporting] = useState(false);
  /** The right side is not about the record in hand. */
  const isAside = isImporting || disclosing !== null;
  const { value: session } = useCall('session.state', null);
  const screen = useRef<HTMLElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const rows = useRef<{ focus: () => void }>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows
  useEffect(() => setCursor(null), [list.query]);
  // Whoever opens a record or adds one leaves the import; its file was kept nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view
  useEffect(() => setImporting(false), [view]);
  const isRecordHere = view.kind === 'record' && card.value !== null;
  useEffect(() => {
    if (!isEntering || !isRecordHere) return;
    setEntering(false);
    screen.current?.querySelector<HTMLElement>('[data-pane=reading]')?.focus();
  }, [isEntering, isRecordHere]);

  // The field that had the focus is gone with its form.
  const kind = useRef(view.kind);
  useEffect(() => {
    const wasForm = kind.current === 'form';
    kind.current = view.kind;
    if (!wasForm || view.kind === 'form') return;
    if (view.kind === 'record') setEntering(true);
    else rows.current?.focus();
  }, [view.kind]);

  const openAt = (index: number, isEnter: boolean) => {
    const member = list.rowAt(index);
    if (member === null) return;
    setCursor(index);
    if (disclosures.isChoosing) {
      disclosing?.toggle(member);
      return;
    }
    setEntering(isEnter);
    disclosures.close();
    members.open(member.id);
  };
  const move = (step: 1 | -1) => {
    if (total > 0) setCursor(Math.max(0, Math.min(total - 1, (cursor ?? -1) + step)));
    rows.current?.focus();
  };
  const close = () => {
    members.close();
    rows.current?.focus();
  };
  const add = () => {
    disclosures.close();
    members.add();
  };
  const openImport = () => {
    disclosures.close();
    setImporting(true);
  };
  const openDisclosures = () => {
    setImporting(false);
    disclosures.open();
  };
  const closeDisclosures = () => {
    disclosures.close();
    rows.current?.focus();
  };
  const edit = () => {
    if (!isAside && view.kind === 'record' && view.asOf === null && card.value?.mergedInto === null)
      members.edit(card.value);
  };
  const toSearch = () => searchInput.current?.select();
  useCommand('next-conversation', () => move(1));
  useCommand('previous-conversation', () => move(-1));
  useCommand('search', toSearch);
  useCommand('search-mail', toSearch);
  useCommand('add-member', add);
  useCommand('edit-member', edit);
  // What is typed or chosen there would be lost.
  useCommand('find-duplicates', () => onPage('duplicates'), { isDisabled: isAside });
  useShortcut({ key: 'Escape' }, close, {
    isDisabled: isAside || view.kind !== 'record',
  });
  useEvent('menu.chosen', ({ item }) => {
    if (item === 'search') toSearch();
  });

  const onSearchKey = (event: KeyboardEvent) => {
    const leaves = ['ArrowDown', 'Enter', ...(search.text === '' ? ['Escape'] : [])];
    if (!leaves.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (total === 0) return;
    setCursor(0);
    rows.current?.focus();
  };

  const openIds = new Set(
    disclosures.isChoosing
      ? disclosing?.chosen.map(({ id }) => id)
      : members.openId === null
        ? []
        : [members.openId],
  );

  return (
    <main className={styles.screen} ref={screen}>
      <section
        className={styles.listPane}
        aria-label={t('members:list')}
        data-pane="list"
        tabIndex={-1}
      >
        <header className={styles.head}>
          <div className={styles.titleLine}>
            <h1 className={styles.title}>{t('members:title')}</h1>
            {session?.staff?.role === 'administrator' && (
              <IconButton icon="download" label={t('members:import.open')} onPress={openImport} />
            )}
            <IconButton icon="external" label={t('disclosure:open')} onPress={openDisclosures} />
            <IconButton
              icon="add"
              label={t('members:add')}
              shortcut={keyLabel('add-member')}
              onPress={add}
            />
            <PagesMenu onPage={onPage} />
          </div>
          <SearchInput
            label={t('members:search')}
            clearLabel={t('members:clearSearch')}
            value={search.text}
            onChange={search.setText}
            onComposing={search.setComposing}
            onKey={onSearchKey}
            maxLength={200}
            inputRef={searchInput}
          />
          <p className={styles.count} role="status">
            {list.total !== null && t('members:count', { count: total })}
          </p>
        </header>
        {list.error !== null && (
          <div className={styles.error}>
            <ErrorNotice
              error={errorWords(list.error)}
              actions={
                <Button size="sm" onPress={list.reload}>
                  {t('common:retry')}
                </Button>
              }
            />
          </div>
        )}
        {list.total === 0 && list.query === '' && (
          <EmptyState
            icon="members"
            title={t('members:none.title')}
            actions={<Button onPress={add}>{t('members:add')}</Button>}
          >
            {t('members:none.text')}
          </EmptyState>
        )}
        {list.total === 0 && list.query !== '' && (
          <EmptyState
            icon="search"
            title={t('members:noneFound.title')}
            actions={<Button onPress={() => search.setText('')}>{t('members:clearSearch')}</Button>}
          >
            {t('members:noneFound.text', { query: list.query })}
          </EmptyState>
        )}
        {total > 0 && (
          <MemberList
            list={list}
            total={total}
            cursor={cursor}
            openIds={openIds}
            onCursor={setCursor}
            onOpen={openAt}
            focusRef={rows}
          />
        )}
      </section>
      {isImporting && <ImportPane onClose={() => setImporting(false)} onWritten={list.reload} />}
      {disclosing !== null && (
        <DisclosurePane
          disclosing={disclosing}
          query={list.query}
          found={total}
          onClose={closeDisclosures}
        />
      )}
      {!isAside && view.kind === 'form' && (
        <MemberForm
          key={view.form.memberId ?? 'new'}
          form={view.form}
          onForm={members.change}
          onSaved={members.saved}
          onLeave={members.close}
        />
      )}
      {!isAside && view.kind === 'record' && card.value !== null && (
        <MemberRecord
          key={view.memberId}
          card={card.value}
          asOf={view.asOf}
          onAsOf={members.showAsOf}
          onEdit={edit}
          onUndone={members.undone}
          onHold={card.reload}
          onErased={() => {
            close();
            list.reload();
          }}
          onRequested={() => onPage('requests')}
          onClose={close}
          onOpenMember={members.open}
        />
      )}
      {!isAside && (view.kind === 'nothing' || (view.kind === 'record' && card.value === null)) && (
        <section
          className={styles.nothing}
          aria-label={t('members:nothing.title')}
          data-pane="reading"
          tabIndex={-1}
        >
          {card.error !== null && (
            <div className={styles.error}>
              <ErrorNotice error={errorWords(card.error)} />
            </div>
          )}
          {view.kind === 'nothing' && (
            <EmptyState icon="members" title={t('members:nothing.title')}>
              {t('members:nothing.text')}
            </EmptyState>
          )}
        </section>
      )}
      <ConfirmDialog
        title={t('members:leave.title')}
        isOpen={members.isLeaving}
        confirmLabel={t('members:leave.discard')}
        cancelLabel={t('members:leave.stay')}
        isDangerous
        onConfirm={members.leave}
        onCancel={members.stay}
      >
        {t('members:leave.text')}
      </ConfirmDialog>
    </main>
  );
}
