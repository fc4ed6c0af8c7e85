import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../shared/model/session.ts';
import { useToast } from '../ui/toast.tsx';
import { ChangePassphraseForm } from './change-passphrase-form.tsx';
import { NewSheetForm } from './new-sheet-form.tsx';
import styles from './settings-pages.module.css';
import { ThisComputer } from './this-computer.tsx';

type OwnPageProps = {
  readonly staff: NonNullable<SessionState['staff']>;
  readonly onSession: (state: SessionState) => void;
};

/** One's own passphrase, this computer and, for administrators, the recovery sheet. */
export function OwnPage({ staff, onSession }: OwnPageProps) {
  const { t } = useTranslation('session');
  const toast = useToast();
  // A form that did its work is an empty one again.
  const [changes, setChanges] = useState(0);
  return (
    <>
      <div className={styles.block}>
        <ChangePassphraseForm
          key={changes}
          currentLabel={t('change.current')}
          onChanged={(state) => {
            onSession(state);
            setChanges(changes + 1);
            toast({ text: t('change.done') });
          }}
        />
      </div>
      <section className={styles.block} aria-labelledby="own-computer">
        <h3 id="own-computer">{t('stay.title')}</h3>
        <ThisComputer staysSignedIn={staff.staysSignedIn} onSession={onSession} />
      </section>
      {staff.role === 'administrator' && (
        <section className={styles.block} aria-labelledby="own-sheet">
          <h3 id="own-sheet">{t('sheet.title')}</h3>
          <NewSheetForm />
        </section>
      )}
    </>
  );
}
