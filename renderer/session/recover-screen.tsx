import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase-fields.tsx';
import styles from './session-page.module.css';
import { SessionPage } from './session-page.tsx';
import { useFormCall } from './use-form-call.ts';
import { WaitNotice } from './wait-notice.tsx';

type RecoverScreenProps = {
  readonly state: SessionState;
  readonly footer: ReactNode;
  readonly onCancel: () => void;
  /** With the code for the next recovery sheet. */
  readonly onRecovered: (state: SessionState, code: string) => void;
};

/** A forgotten passphrase: the sheet's code gives a profile a new one, and every section. */
export function RecoverScreen({ state, footer, onCancel, onRecovered }: RecoverScreenProps) {
  const { t } = useTranslation(['session', 'common']);
  const words = useErrorWords();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const chosen = useNewPassphrase();
  const profile =
    state.profiles.find(({ id }) => id === chosenId) ??
    state.profiles.find(({ role }) => role === 'administrator');
  const { isWorking, error, submit } = useFormCall(
    () => {
      setTried(true);
      if (!chosen.check() || code.trim() === '' || profile === undefined) return null;
      const { passphrase } = chosen;
      return call('session.recover', { staffId: profile.id, code, passphrase });
    },
    ({ state: recovered, code: next }) => onRecovered(recovered, next),
  );
  return (
    <SessionPage
      title={t('session:recover.title')}
      lead={t('session:recover.lead')}
      footer={footer}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <WaitNotice until={state.recovery.waitUntil} />
        {state.profiles.length > 1 && profile !== undefined && (
          <SelectInput<string>
            label={t('session:signIn.profile')}
            value={profile.id}
            options={state.profiles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosenId}
          />
        )}
        <TextInput
          label={t('session:recover.code')}
          value={code}
          onChange={setCode}
          autoComplete="off"
          spellCheck="false"
          autoFocus
          error={isTried && code.trim() === '' ? t('session:recover.codeMissing') : null}
        />
        <NewPassphraseFields {...chosen.fields} isOther />
        {error && <ErrorNotice error={words(error)} />}
        <Button type="submit" variant="primary" isFullWidth isPending={isWorking}>
          {t('session:recover.submit')}
        </Button>
        <Button variant="quiet" isFullWidth onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      </form>
    </SessionPage>
  );
}
