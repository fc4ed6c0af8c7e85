import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { ChangePassphraseForm } from './change-passphrase-form.tsx';
import { SessionPage } from './session-page.tsx';

type NewPassphraseScreenProps = {
  readonly footer: ReactNode;
  readonly onSession: (state: SessionState) => void;
};

/** The first sign-in with a passphrase that an administrator handed over. */
export function NewPassphraseScreen({ footer, onSession }: NewPassphraseScreenProps) {
  const { t } = useTranslation('session');
  return (
    <SessionPage title={t('change.firstTitle')} lead={t('change.firstLead')} footer={footer}>
      <ChangePassphraseForm currentLabel={t('change.handedOver')} onChanged={onSession} />
    </SessionPage>
  );
}
