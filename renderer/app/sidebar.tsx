import { useTranslation } from 'react-i18next';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import type { StaffProfile } from '../../shared/model/staff.ts';
import { useKeyLabel } from '../command-keys.ts';
import { AppMark } from '../ui/app-mark.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Screen } from './screen.ts';
import styles from './sidebar.module.css';
import { SidebarSection } from './sidebar-section.tsx';

type SidebarProps = {
  readonly staff: StaffProfile;
  readonly sections: readonly SectionSummary[];
  readonly screen: Screen;
  readonly onOpen: (screen: Screen) => void;
  readonly onHelp: () => void;
  readonly onLock: () => void;
};

/** The left pane: the sections with what is new in them, and the way to everything else. */
export function Sidebar({ staff, sections, screen, onOpen, onHelp, onLock }: SidebarProps) {
  const { t } = useTranslation(['app', 'common']);
  const keyLabel = useKeyLabel();
  return (
    <nav
      className={styles.sidebar}
      aria-label={t('app:navigation')}
      data-pane="sidebar"
      tabIndex={-1}
    >
      <header className={styles.header}>
        <AppMark size={20} />
        <span className={styles.appName}>{t('common:appName')}</span>
      </header>
      <ul className={styles.sections}>
        {sections.map((section) => (
          <SidebarSection key={section.id} section={section} screen={screen} onOpen={onOpen} />
        ))}
      </ul>
      <footer className={styles.footer}>
        <span className={styles.staff} title={t('app:signedInAs', { name: staff.name })}>
          {staff.name}
        </span>
        <IconButton
          icon="help"
          label={t('app:shortcuts')}
          shortcut={keyLabel('help')}
          onPress={onHelp}
        />
        <IconButton
          icon="settings"
          label={t('app:settings')}
          shortcut={keyLabel('settings')}
          onPress={() => onOpen({ kind: 'settings', page: { kind: 'general' } })}
        />
        <IconButton
          icon="lock"
          label={t('app:lock')}
          shortcut={keyLabel('lock')}
          onPress={onLock}
        />
      </footer>
    </nav>
  );
}
