import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import styles from './settings-pages.module.css';
import { useFormCall } from './use-form-call.ts';

/** A new recovery sheet, for the passphrase again: whoever sits down here must not make one. */
export function NewSheetForm() {
  const { t } = useTranslation('session');
  const words = useErrorWords();
  const [passphrase, setPassphrase] = useState('');
  const [isTried, setTried] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const { isWorking, error, submit } = useFormCall(
    () => {
      setTried(true);
      return passphrase === '' ? null : call('recovery.renew', { passphrase });
    },
    (made) => {
      setPassphrase('');
      setTried(false);
      setCode(made.code);
    },
  );
  if (code !== null) return <RecoverySheet code={code} onDone={() => setCode(null)} />;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.quiet}>{t('sheet.renewLead')}</p>
      <TextInput
        label={t('signIn.passphrase')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
        error={isTried && passphrase === '' ? t('signIn.passphraseMissing') : null}
      />
      {error && <ErrorNotice error={words(error)} />}
      <Button type="submit" isPending={isWorking}>
        {t('sheet.renew')}
      </Button>
    </form>
  );
}
