import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase-fields.tsx';
import styles from './session-page.module.css';
import { useFormCall } from './use-form-call.ts';

type ChangePassphraseFormProps = {
  /** What the present one is called: one's own, or the one that was handed over. */
  readonly currentLabel: string;
  readonly onChanged: (state: SessionState) => void;
};

export function ChangePassphraseForm({ currentLabel, onChanged }: ChangePassphraseFormProps) {
  const { t } = useTranslation('session');
  const words = useErrorWords();
  const [current, setCurrent] = useState('');
  const [isTried, setTried] = useState(false);
  const chosen = useNewPassphrase();
  const { isWorking, error, submit } = useFormCall(() => {
    setTried(true);
    if (!chosen.check() || current === '') return null;
    return call('passphrase.change', { current, next: chosen.passphrase });
  }, onChanged);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={currentLabel}
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        error={isTried && current === '' ? t('signIn.passphraseMissing') : null}
      />
      <NewPassphraseFields {...chosen.fields} isOther />
      {error && <ErrorNotice error={words(error)} />}
      <Button type="submit" variant="primary" isPending={isWorking}>
        {t('change.submit')}
      </Button>
    </form>
  );
}
