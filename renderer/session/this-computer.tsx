import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCall } from '../use-call.ts';
import styles from './settings-pages.module.css';
import { useFormCall } from './use-form-call.ts';

type ThisComputerProps = {
  readonly staysSignedIn: boolean;
  readonly onSession: (state: SessionState) => void;
};

/** Whether one stays signed in on this computer, and the end of it. */
export function ThisComputer({ staysSignedIn, onSession }: ThisComputerProps) {
  const { t } = useTranslation('session');
  const words = useErrorWords();
  const info = useCall('app.info', null);
  const { isWorking, error, submit } = useFormCall(() => call('session.forget', null), onSession);
  if (info.value === null) return null;
  if (!staysSignedIn)
    return (
      <p className={styles.quiet}>{t(info.value.hasKeychain ? 'stay.off' : 'stay.noKeychain')}</p>
    );
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.quiet}>{t('stay.on')}</p>
      {error && <ErrorNotice error={words(error)} />}
      <Button type="submit" isPending={isWorking}>
        {t('stay.forget')}
      </Button>
    </form>
  );
}
