import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { KeyringNotice } from './keyring-notice.tsx';
import styles from './session-page.module.css';
import { SessionPage } from './session-page.tsx';
import { StayChoice } from './stay-choice.tsx';
import { WaitNotice } from './wait-notice.tsx';

type SignInScreenProps = {
  readonly state: SessionState;
  /** Why the engine was started: after a crash the page says so. */
  readonly because: 'start' | 'lock' | 'crash';
  readonly footer: ReactNode;
  readonly onSession: (state: SessionState) => void;
  /** To the recovery sheet. */
  readonly onForgotten: () => void;
};

/** Sign-in, and what a locked window shows: the passphrase opens the sections again. */
export function SignInScreen(props: SignInScreenProps) {
  const { state, because, footer, onSession, onForgotten } = props;
  const { t } = useTranslation(['session', 'common']);
  const words = useErrorWords();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  /** Undefined until it is touched: then it is as it was. */
  const [stays, setStays] = useState<boolean | undefined>(undefined);
  const [isWorking, setWorking] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const profile = state.profiles.find(({ id }) => id === chosenId) ?? state.profiles[0];

  // A failed try hands the field back with its text selected, ready to be typed over.
  useEffect(() => {
    if (error !== null) input.current?.select();
  }, [error]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(passphrase === '');
    if (profile === undefined || passphrase === '' || isWorking) return;
    setWorking(true);
    setError(null);
    const result = await call('session.unlock', {
      staffId: profile.id,
      passphrase,
      staysSignedIn: stays,
    });
    setWorking(false);
    if (result.ok) onSession(result.value);
    else setError(result.error);
  };

  const isWrong = error?.code === 'wrong-passphrase';
  const fieldError = isMissing
    ? t('session:signIn.passphraseMissing')
    : isWrong
      ? t('common:sentences', { first: words(error).what, second: words(error).next })
      : null;

  return (
    <SessionPage
      title={
        state.profiles.length === 1 && profile !== undefined
          ? t('session:signIn.greeting', { name: profile.name })
          : t('session:signIn.title')
      }
      lead={t('session:signIn.locked')}
      footer={footer}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {because === 'crash' && (
          <Notice tone="warning" isLive>
            {t('session:signIn.crashed')}
          </Notice>
        )}
        <KeyringNotice keyring={state.keyring} />
        {state.profiles.length > 1 && profile !== undefined && (
          <SelectInput<string>
            label={t('session:signIn.profile')}
            value={profile.id}
            options={state.profiles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => {
              setChosenId(id);
              setStays(undefined);
            }}
          />
        )}
        {profile !== undefined && (
          <>
            <TextInput
              label={t('session:signIn.passphrase')}
              type="password"
              value={passphrase}
              onChange={(text) => {
                setPassphrase(text);
                setMissing(false);
              }}
              autoComplete="current-password"
              autoFocus
              inputRef={input}
              error={fieldError}
            />
            <StayChoice isChosen={stays ?? profile.staysSignedIn} onChange={setStays} />
            <WaitNotice until={profile.waitUntil} />
            {error !== null && !isWrong && error.code !== 'too-many-attempts' && (
              <ErrorNotice error={words(error)} />
            )}
            <Button type="submit" variant="primary" isFullWidth isPending={isWorking}>
              {t('session:signIn.submit')}
            </Button>
            <p className={styles.progress} role="status">
              {isWorking ? t('session:signIn.working') : ''}
            </p>
            {state.recovery.hasSheet && (
              <Button variant="quiet" size="sm" isFullWidth onPress={onForgotten}>
                {t('session:signIn.forgotten')}
              </Button>
            )}
          </>
        )}
      </form>
    </SessionPage>
  );
}
