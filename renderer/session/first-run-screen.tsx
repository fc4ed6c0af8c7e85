import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { KeyringNotice } from './keyring-notice.tsx';
import {
  minimumPassphraseLength,
  passphraseLength,
  passphraseStrength,
} from './passphrase-strength.ts';
import styles from './session-page.module.css';
import { SessionPage } from './session-page.tsx';
import { StrengthBar } from './strength-bar.tsx';

type FirstRunScreenProps = {
  readonly state: SessionState;
  readonly footer: ReactNode;
  readonly onSession: (state: SessionState) => void;
};

/** The first start on this computer: one staff profile and its passphrase. */
export function FirstRunScreen({ state, footer, onSession }: FirstRunScreenProps) {
  const { t } = useTranslation('session');
  const words = useErrorWords();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const length = passphraseLength(passphrase);
  const strength = t(`strength.${passphraseStrength(passphrase)}`, { count: length });
  const isNameMissing = name.trim() === '';
  const isShort = length < minimumPassphraseLength;
  const isDifferent = passphrase !== again;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNameMissing || isShort || isDifferent || isWorking) return;
    setWorking(true);
    setError(null);
    const result = await call('session.create', { name: name.trim(), passphrase });
    setWorking(false);
    if (result.ok) onSession(result.value);
    else setError(result.error);
  };

  if (state.keyring === 'damaged')
    return (
      <SessionPage title={t('signIn.title')} lead={t('signIn.locked')} footer={footer}>
        <KeyringNotice keyring={state.keyring} />
      </SessionPage>
    );

  return (
    <SessionPage title={t('create.title')} lead={t('create.lead')} footer={footer}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('create.name')}
          description={t('create.nameHint')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoComplete="off"
          autoFocus
          error={isTried && isNameMissing ? t('create.nameMissing') : null}
        />
        <TextInput
          label={t('create.passphrase')}
          type="password"
          description={strength}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="new-password"
          error={isTried && isShort ? strength : null}
        />
        <StrengthBar strength={passphraseStrength(passphrase)} />
        <TextInput
          label={t('create.passphraseAgain')}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={isTried && !isShort && isDifferent ? t('create.mismatch') : null}
        />
        <Notice tone="warning" title={t('create.warningTitle')}>
          {t('create.warning')}
        </Notice>
        {error && <ErrorNotice error={words(error)} />}
        <Button type="submit" variant="primary" isFullWidth isPending={isWorking}>
          {t('create.submit')}
        </Button>
      </form>
    </SessionPage>
  );
}
