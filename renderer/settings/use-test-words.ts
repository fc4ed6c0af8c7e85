import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../i18n/use-error-words.ts';

/** Words for what goes wrong while an account is tested or saved. */
export function useTestWords(): ReturnType<typeof useErrorWords> {
  const { t } = useTranslation('settings');
  const words = useErrorWords();
  return (error) => {
    switch (error.code) {
      // Their usual advice is that Fumibako tries again, which it does for sync and not for a form.
      case 'connection-lost':
      case 'server-stalled':
      case 'sign-in-unavailable':
        return { ...words(error), next: t('test.again') };
      // Their usual advice is to go to Settings.
      case 'login-failed':
        return { ...words(error), next: t('test.checkLogin') };
      default:
        return words(error);
    }
  };
}
