import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { FirstRunScreen } from '../session/first-run-screen.tsx';
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

  useEffect(() => {
    document.title = t('appName');
  }, [t]);

  return (
    <I18nProvider locale={locale === 'ja' ? 'ja-JP' : 'en-GB'}>
      <ToastProvider dismissLabel={t('dismiss')}>
        {preferences.isReady && !isLocking && (
          <SessionSwitch session={session} preferences={preferences} />
        )}
      </ToastProvider>
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
  if (phase === 'first-run') return <FirstRunScreen {...screen} />;
  if (phase === 'locked' || staff === null)
    return <SignInScreen {...screen} because={session.startedBecause} />;
  return <Workspace staff={staff} preferences={preferences} />;
}
