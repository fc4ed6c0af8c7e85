import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { staffNameLength } from '../../shared/model/staff.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { KeyringNotice } from './keyring-notice.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase-fields.tsx';
import styles from './session-page.module.css';
import { SessionPage } from './session-page.tsx';
import { useFormCall } from './use-form-call.ts';

type FirstRunScreenProps = {
  readonly state: SessionState;
  readonly footer: ReactNode;
  /** With the code for the recovery sheet. */
  readonly onCreated: (state: SessionState, code: string) => void;
};

/** The first start on this computer: the administrator's profile and its passphrase. */
export function FirstRunScreen({ state, footer, onCreated }: FirstRunScreenProps) {
  const { t } = useTranslation('session');
  const words = useErrorWords();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const chosen = useNewPassphrase();
  const isNameMissing = name.trim() === '';
  const { isWorking, error, submit } = useFormCall(
    () => {
      setTried(true);
      if (!chosen.check() || isNameMissing) return null;
      return call('session.create', { name: name.trim(), passphrase: chosen.passphrase });
    },
    ({ state: created, code }) => onCreated(created, code),
  );

  if (state.keyring === 'damaged')
    return (
      <SessionPage title={t('signIn.title')} lead={t('signIn.locked')} footer={footer}>
        <KeyringNotice keyring={state.keyring} />
      </SessionPage>
    );

  return (
    <SessionPage title={t('create.title')} lead={t('create.lead')} footer={footer}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('create.name')}
          description={t('create.nameHint')}
          value={name}
          onChange={setName}
          maxLength={staffNameLength}
          autoComplete="off"
          autoFocus
          error={isTried && isNameMissing ? t('create.nameMissing') : null}
        />
        <NewPassphraseFields {...chosen.fields} />
        <Notice tone="info" title={t('create.nextTitle')}>
          {t('create.next')}
        </Notice>
        {error && <ErrorNotice error={words(error)} />}
        <Button type="submit" variant="primary" isFullWidth isPending={isWorking}>
          {t('create.submit')}
        </Button>
      </form>
    </SessionPage>
  );
}
