import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import { AddStaffForm } from './add-staff-form.tsx';
import { HandedOver } from './handed-over.tsx';
import { SectionKeys } from './section-keys.tsx';
import styles from './settings-pages.module.css';
import { StaffCard } from './staff-card.tsx';
import type { StaffChange } from './staff-change.ts';

type StaffPageProps = {
  readonly own: StaffId;
  /** Those that the administrator can open, and so can grant. */
  readonly sectionIds: readonly SectionId[];
};

/** Who is staff on this computer, and who may open which section. */
export function StaffPage({ own, sectionIds }: StaffPageProps) {
  const { t } = useTranslation('session');
  const words = useErrorWords();
  const toast = useToast();
  const { value: staff, error: listError, reload } = useCall('staff.list', null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState<StaffId | null>(null);
  const [handedOver, setHandedOver] = useState<{ name: string; passphrase: string } | null>(null);
  const shown = error ?? listError;

  async function change<N extends StaffChange>(name: N, input: CallInput<N>, done: string) {
    // Not disabled while it works: a control that is loses the focus.
    if (busy === input.staffId) return;
    setBusy(input.staffId);
    setError(null);
    const result = await call(name, input);
    setBusy(null);
    reload();
    if (result.ok) toast({ text: done });
    else setError(result.error);
  }

  async function resetPassphrase(staffId: StaffId, name: string) {
    if (busy === staffId) return;
    setBusy(staffId);
    setError(null);
    const result = await call('staff.resetPassphrase', { staffId });
    setBusy(null);
    reload();
    if (result.ok) setHandedOver({ name, passphrase: result.value.passphrase });
    else setError(result.error);
  }

  return (
    <>
      <p className={styles.quiet}>{t('staff.lead')}</p>
      {shown && <ErrorNotice error={words(shown)} />}
      {handedOver && <HandedOver {...handedOver} onDone={() => setHandedOver(null)} />}
      <ul className={styles.cards}>
        {(staff ?? []).map((entry) => (
          <li key={entry.id}>
            <StaffCard
              entry={entry}
              isOwn={entry.id === own}
              isBusy={busy === entry.id}
              sectionIds={sectionIds}
              onChange={(name, input, done) => void change(name, input, done)}
              onReset={() => void resetPassphrase(entry.id, entry.name)}
            />
          </li>
        ))}
      </ul>
      <section className={styles.block} aria-labelledby="add-staff">
        <h3 id="add-staff">{t('staff.add')}</h3>
        <AddStaffForm
          sectionIds={sectionIds}
          onAdded={(added) => {
            setHandedOver(added);
            reload();
          }}
        />
      </section>
      <SectionKeys sectionIds={sectionIds} />
    </>
  );
}
