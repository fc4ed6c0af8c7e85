import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Spinner } from '../ui/spinner.tsx';
import styles from './mailbox-editor.module.css';
import type { BrowserSignIn } from './use-browser-sign-in.ts';
import { useTestWords } from './use-test-words.ts';

type SignInLineProps = {
  readonly browser: BrowserSignIn;
  readonly isSignedIn: boolean;
  readonly onSignIn: () => void;
};

/** How far signing in in the browser is, and the way on from there. */
export function SignInLine({ browser, isSignedIn, onSignIn }: SignInLineProps) {
  const { t } = useTranslation(['settings', 'common']);
  const words = useTestWords();
  const { state } = browser;
  if (state.kind === 'opening' || state.kind === 'waiting') {
    return (
      <div className={styles.signIn}>
        <p className={styles.signInState} role="status">
          <Spinner />
          {state.kind === 'waiting' ? t('settings:signIn.waiting') : t('settings:signIn.opening')}
        </p>
        {state.kind === 'waiting' && (
          <Button onPress={browser.openAgain}>{t('settings:signIn.openAgain')}</Button>
        )}
        <Button onPress={browser.cancel}>{t('common:cancel')}</Button>
      </div>
    );
  }
  return (
    <>
      <div className={styles.signIn}>
        <p className={styles.signInState} role="status" data-done={isSignedIn}>
          {isSignedIn && <Icon name="check" />}
          {isSignedIn ? t('settings:signIn.done') : t('settings:signIn.needed')}
        </p>
        <Button onPress={onSignIn}>
          {isSignedIn ? t('settings:signIn.again') : t('settings:signIn.open')}
        </Button>
      </div>
      {state.kind === 'failed' && <ErrorNotice error={words(state.error)} />}
    </>
  );
}
