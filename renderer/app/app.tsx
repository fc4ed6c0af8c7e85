import { useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keysOf } from '../../shared/command-keys.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { CommandKeysProvider } from '../command-keys.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { FirstRunScreen } from '../session/first-run-screen.tsx';
import { NewPassphraseScreen } from '../session/new-passphrase-screen.tsx';
import { RecoverScreen } from '../session/recover-screen.tsx';
import { RecoverySheetScreen } from '../session/recovery-sheet-screen.tsx';
import { SignInScreen } from '../session/sign-in-screen.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { useLock } from './use-lock.ts';
import { type PreferencesHandle, usePreferences } from './use-preferences.ts';
import { type SessionHandle, useSession } from './use-session.ts';
import styles from './workspace.module.css';
import { Workspace } from './workspace.tsx';

/** The window, in the language and theme of the preferences. */
export function App() {
  const { t } = useTranslation();
  const locale = useLocale();
  const preferences = usePreferences();
  const session = useSession();
  const isLocking = useLock();
  const keys = useMemo(() => keysOf(preferences.value.keys), [preferences.value.keys]);

  useEffect(() => {
    document.title = t('appName');
  }, [t]);

  return (
    <I18nProvider locale={locale === 'ja' ? 'ja-JP' : 'en-GB'}>
      <CommandKeysProvider value={keys}>
        <ToastProvider dismissLabel={t('dismiss')}>
          {preferences.isReady && !isLocking && (
            <SessionSwitch session={session} preferences={preferences} />
          )}
        </ToastProvider>
      </CommandKeysProvider>
    </I18nProvider>
  );
}

type SessionSwitchProps = {
  readonly session: SessionHandle;
  readonly preferences: PreferencesHandle;
};

/** Who is at the desk decides which screen the window shows. */
function SessionSwitch({ session, preferences }: SessionSwitchProps) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [code, setCode] = useState<string | null>(null);
  const [isForgotten, setForgotten] = useState(false);
  const isOpen = session.state?.phase === 'unlocked';
  useEffect(() => {
    // A lock or a crash before it was printed: the next to sign in must not see it.
    if (!isOpen) setCode(null);
  }, [isOpen]);
  if (session.error !== null)
    return (
      <main className={styles.window}>
        <EmptyState
          level={1}
          icon="error"
          title={words(session.error).what}
          actions={<Button onPress={session.retry}>{t('retry')}</Button>}
        >
          {words(session.error).next}
        </EmptyState>
      </main>
    );
  if (session.state === null) return null;
  const { phase, staff } = session.state;
  const screen = {
    state: session.state,
    footer: <LanguageChoice preferences={preferences} />,
    onSession: session.accept,
  };
  const showSheet = (state: SessionState, next: string) => {
    setForgotten(false);
    setCode(next);
    session.accept(state);
  };
  if (phase === 'first-run') return <FirstRunScreen {...screen} onCreated={showSheet} />;
  if (phase === 'new-passphrase') return <NewPassphraseScreen {...screen} />;
  if (phase === 'locked' && isForgotten)
    return (
      <RecoverScreen {...screen} onCancel={() => setForgotten(false)} onRecovered={showSheet} />
    );
  if (phase === 'locked' || staff === null)
    return (
      <SignInScreen
        {...screen}
        because={session.startedBecause}
        onForgotten={() => setForgotten(true)}
      />
    );
  if (code !== null) return <RecoverySheetScreen code={code} onDone={() => setCode(null)} />;
  return <Workspace staff={staff} preferences={preferences} onSession={session.accept} />;
}
