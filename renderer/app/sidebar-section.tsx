import { useTranslation } from 'react-i18next';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { Badge } from '../ui/badge.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icons/icon.tsx';
import type { Screen } from './screen.ts';
import { sectionIcon } from './section-icon.ts';
import styles from './sidebar.module.css';
import { SidebarFolders } from './sidebar-folders.tsx';
import { SidebarSearches } from './sidebar-searches.tsx';
import { SyncLine } from './sync-line.tsx';

type SidebarSectionProps = {
  readonly section: SectionSummary;
  readonly screen: Screen;
  readonly onOpen: (screen: Screen) => void;
};

/** One section: its inbox, its members where it has them, its outbox and how its sync stands. */
export function SidebarSection({ section, screen, onOpen }: SidebarSectionProps) {
  const { t } = useTranslation(['app', 'common']);
  const {
    id: sectionId,
    unread,
    open,
    waiting,
    due,
    outboxProblems,
    outboxWaiting,
    unreadForms,
  } = section;
  const isInbox =
    screen.kind === 'inbox' &&
    screen.sectionId === sectionId &&
    screen.folderId === undefined &&
    screen.search === undefined;
  const isShown = (kind: 'inbox' | 'outbox' | 'members' | 'review' | 'forms' | 'mail-status') =>
    screen.kind === kind && screen.sectionId === sectionId;
  return (
    <li className={styles.section}>
      <button
        type="button"
        className={classNames(styles.row, isInbox && styles.current)}
        aria-current={isInbox ? 'page' : undefined}
        onClick={() => onOpen({ kind: 'inbox', sectionId })}
      >
        <Icon name={sectionIcon[sectionId]} />
        <span className={styles.name}>{t(`common:section.${sectionId}`)}</span>
        {unread > 0 && (
          <span className={styles.unread}>
            <span aria-hidden="true">{unread}</span>
            <span className={styles.spoken}>{t('app:unread', { count: unread })}</span>
          </span>
        )}
      </button>
      {open + waiting > 0 && (
        <p className={styles.standing}>
          {[
            due > 0 && t('app:standing.due', { count: due }),
            open > 0 && t('app:standing.open', { count: open }),
            waiting > 0 && t('app:standing.waiting', { count: waiting }),
          ]
            .filter((words) => words !== false)
            .join(t('app:standing.separator'))}
        </p>
      )}
      {sectionId === 'members' && (
        <button
          type="button"
          className={classNames(styles.row, styles.subRow, isShown('members') && styles.current)}
          aria-current={isShown('members') ? 'page' : undefined}
          onClick={() => onOpen({ kind: 'members', sectionId })}
        >
          <span className={styles.name}>{t('app:memberRecords')}</span>
        </button>
      )}
      {sectionId === 'members' && (
        <button
          type="button"
          className={classNames(styles.row, styles.subRow, isShown('review') && styles.current)}
          aria-current={isShown('review') ? 'page' : undefined}
          onClick={() => onOpen({ kind: 'review', sectionId })}
        >
          <span className={styles.name}>{t('app:registrations')}</span>
        </button>
      )}
      {sectionId === 'members' && (
        <button
          type="button"
          className={classNames(styles.row, styles.subRow, isShown('forms') && styles.current)}
          aria-current={isShown('forms') ? 'page' : undefined}
          onClick={() => onOpen({ kind: 'forms', sectionId })}
        >
          <span className={styles.name}>{t('app:formMails')}</span>
          {unreadForms > 0 && (
            <>
              <Badge tone="warning">{String(unreadForms)}</Badge>
              <span className={styles.spoken}>{t('app:unreadForms', { count: unreadForms })}</span>
            </>
          )}
        </button>
      )}
      <button
        type="button"
        className={classNames(styles.row, styles.subRow, isShown('outbox') && styles.current)}
        aria-current={isShown('outbox') ? 'page' : undefined}
        onClick={() => onOpen({ kind: 'outbox', sectionId })}
      >
        <span className={styles.name}>{t('app:outbox')}</span>
        {outboxProblems > 0 && (
          <>
            <Badge tone="danger">{String(outboxProblems)}</Badge>
            <span className={styles.spoken}>
              {t('app:outboxProblems', { count: outboxProblems })}
            </span>
          </>
        )}
        {outboxProblems === 0 && outboxWaiting > 0 && (
          <>
            <span className={styles.waiting} aria-hidden="true">
              {outboxWaiting}
            </span>
            <span className={styles.spoken}>
              {t('app:outboxWaiting', { count: outboxWaiting })}
            </span>
          </>
        )}
      </button>
      {section.address !== null && section.storeError === null && (
        <SidebarSearches
          sectionId={sectionId}
          shown={
            isShown('inbox') && screen.kind === 'inbox' ? (screen.search?.query ?? null) : null
          }
          onOpen={(search) => onOpen({ kind: 'inbox', sectionId, search })}
        />
      )}
      {section.address !== null && section.storeError === null && (
        <SidebarFolders
          sectionId={sectionId}
          shown={isShown('inbox') && screen.kind === 'inbox' ? (screen.folderId ?? null) : null}
          onOpen={(folderId) => onOpen({ kind: 'inbox', sectionId, folderId })}
        />
      )}
      <SyncLine
        section={section}
        isShown={isShown('mail-status')}
        onOpen={() => onOpen({ kind: 'mail-status', sectionId })}
      />
    </li>
  );
}
