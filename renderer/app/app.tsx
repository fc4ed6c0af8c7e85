import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { FirstRunScreen } from '../session/first-run-screen.tsx';
import { SignInScreen } from '../session/sign-in-screen.tsx';
import { Notice } from '../ui/notice.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { usePreferences } from './use-preferences.ts';
import { useSession } from './use-session.ts';
import { Workspace } from './workspace.tsx';

/** The window: who is at the desk decides which screen it shows. */
export function App() {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = useErrorWords();
  const preferences = usePreferences();
  const session = useSession();

  useEffect(() => {
    document.title = t('appName');
  }, [t]);

  const screen = () => {
    if (session.error !== null)
      return (
        <Notice tone="danger" title={words(session.error).what}>
          {words(session.error).next}
        </Notice>
      );
    if (session.state === null || !preferences.isReady) return null;
    const languages = <LanguageChoice preferences={preferences} />;
    const { phase, staff } = session.state;
    if (phase === 'first-run') return <FirstRunScreen state={session.state} footer={languages} />;
    if (phase === 'locked' || staff === null)
      return (
        <SignInScreen state={session.state} because={session.startedBecause} footer={languages} />
      );
    return <Workspace staff={staff} preferences={preferences} />;
  };

  return (
    <I18nProvider locale={locale === 'ja' ? 'ja-JP' : 'en-GB'}>
      <ToastProvider dismissLabel={t('dismiss')}>{screen()}</ToastProvider>
    </I18nProvider>
  );
}
