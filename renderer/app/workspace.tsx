import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionIds } from '../../shared/model/section.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { SendingBar } from '../sending/sending-bar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useCall } from '../use-call.ts';
import { DemoBanner } from './demo-banner.tsx';
import { HelpDialog } from './help-dialog.tsx';
import type { Screen } from './screen.ts';
import { ScreenArea } from './screen-area.tsx';
import { Sidebar } from './sidebar.tsx';
import type { PreferencesHandle } from './use-preferences.ts';
import { useSayWhatShows } from './use-say-what-shows.ts';
import { useSections } from './use-sections.ts';
import { useShellShortcuts } from './use-shell-shortcuts.ts';
import styles from './workspace.module.css';

type WorkspaceProps = {
  readonly staff: NonNullable<SessionState['staff']>;
  readonly preferences: PreferencesHandle;
  readonly onSession: (state: SessionState) => void;
};

/** What signed-in staff see: the banner of the demo, the sidebar, and one screen. */
export function Workspace({ staff, preferences, onSession }: WorkspaceProps) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const info = useCall('app.info', null);
  const { sections, error, reload } = useSections();
  const [chosen, setScreen] = useState<Screen | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);

  const firstId = sections?.[0]?.id ?? sectionIds[0];
  const screen: Screen = chosen ?? { kind: 'inbox', sectionId: firstId };
  useSayWhatShows(screen.kind === 'settings' ? 'settings' : screen.sectionId);
  useShellShortcuts({
    sectionIds: sections?.map(({ id }) => id) ?? [],
    screen,
    onOpen: setScreen,
    onHelp: () => setHelpOpen(true),
    onLock: askForLock,
  });

  if (sections === null)
    return error === null ? null : (
      <main className={styles.window}>
        <EmptyState
          level={1}
          icon="error"
          title={words(error).what}
          actions={<Button onPress={reload}>{t('retry')}</Button>}
        >
          {words(error).next}
        </EmptyState>
      </main>
    );

  return (
    <div className={styles.window}>
      {info.value?.demo && <DemoBanner />}
      <div className={styles.panes}>
        <Sidebar
          staff={staff}
          sections={sections}
          screen={screen}
          onOpen={setScreen}
          onHelp={() => setHelpOpen(true)}
          onLock={askForLock}
        />
        <ScreenArea
          screen={screen}
          staff={staff}
          sections={sections}
          preferences={preferences}
          info={info.value}
          onOpen={setScreen}
          onSession={onSession}
          onSectionsChanged={reload}
        />
      </div>
      {sections
        .filter(({ storeError }) => storeError === null)
        .map(({ id: sectionId }) => (
          <SendingBar
            key={sectionId}
            sectionId={sectionId}
            onOpenConversation={(conversationId) =>
              setScreen({ kind: 'inbox', sectionId, conversationId })
            }
          />
        ))}
      <HelpDialog
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        sectionIds={sections.map(({ id }) => id)}
        closeLabel={t('close')}
        onChange={() => {
          setHelpOpen(false);
          setScreen({ kind: 'settings', page: { kind: 'keyboard' } });
        }}
      />
    </div>
  );
}

/** What a lock does to the window comes back as `lock.coming` (use-lock.ts). */
function askForLock(): void {
  void call('app.lock', null);
}
