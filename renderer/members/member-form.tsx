import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { ErasureMark } from '../../shared/model/erasure.ts';
import type { MemberFault } from '../../shared/model/member.ts';
import { call } from '../api.ts';
import { useKeyLabel } from '../command-keys.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useCommand } from '../use-command.ts';
import { ContactFields } from './contact-fields.tsx';
import { ReturningNotice } from './erasure/returning-notice.tsx';
import type { FormPart } from './form-part.ts';
import styles from './member-form.module.css';
import { fieldsToSave, type MemberFormState } from './member-form-state.ts';
import recordStyles from './member-record.module.css';
import { NameFields } from './name-fields.tsx';
import { RegistrationFields } from './registration-fields.tsx';
import { useHeldCopies } from './use-held-copies.ts';

export type SavedMember = {
  readonly memberId: MemberId;
  readonly isNew: boolean;
  /** Of the change; null when nothing was different. */
  readonly sequence: number | null;
};

type MemberFormProps = {
  readonly form: MemberFormState;
  readonly onForm: (form: MemberFormState) => void;
  readonly onSaved: (saved: SavedMember) => void;
  /** Asks first where something was typed. */
  readonly onLeave: () => void;
};

/** A new member, or a record that is changed. Nothing is kept until all of it is right. */
export function MemberForm({ form, onForm, onSaved, onLeave }: MemberFormProps) {
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const keyLabel = useKeyLabel();
  const pane = useRef<HTMLElement>(null);
  const held = useHeldCopies(form.memberId, 'shown');
  const [faults, setFaults] = useState<readonly MemberFault[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  /** Somebody with one of these contacts asked to be forgotten. */
  const [erasure, setErasure] = useState<ErasureMark | null>(null);
  const [isPending, setPending] = useState(false);
  const { memberId, typed, reason } = form;

  async function save(returning: string | null = null) {
    if (isPending) return;
    setPending(true);
    const fields = fieldsToSave(form);
    const from = form.fromMail === undefined ? {} : { fromMail: form.fromMail };
    const result = await call('member.save', {
      ...{ sectionId: 'members', memberId, fields, reason: returning ?? reason },
      ...(returning !== null && { isReturning: true }),
      ...from,
    });
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setErasure(result.value.outcome === 'erased-before' ? result.value.erasure : null);
    setFaults([]);
    if (result.value.outcome === 'erased-before') return;
    if (result.value.outcome === 'faulty') {
      setFaults(result.value.faults);
      return;
    }
    const { sequence } = result.value;
    onSaved({ memberId: result.value.memberId, isNew: memberId === null, sequence });
  }

  useCommand('save-member', () => void save());
  useShortcut({ key: 'Escape' }, onLeave, { inTextFields: true });
  useEffect(() => {
    if (faults.length > 0)
      pane.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus();
  }, [faults]);

  const part: FormPart = {
    form,
    onForm,
    change: (changed) => onForm({ ...form, typed: { ...typed, ...changed } }),
    fault(field, inPart, index) {
      const found = faults.find(
        (one) => one.field === field && one.part === inPart && one.index === index,
      );
      if (found === undefined) return null;
      return t(found.field === 'familyName' ? 'fault.name' : `fault.${found.code}`);
    },
  };
  function wordsOf(refusal: AppError) {
    // A new member is not found only where the mail that it is of is not.
    if (form.fromMail === undefined || refusal.code !== 'not-found') return errorWords(refusal);
    return { what: t('form.mailSettled'), next: t('form.mailSettledNext'), detail: null };
  }

  const title = t(memberId === null ? 'form.add' : 'form.edit');

  return (
    <section
      ref={pane}
      className={recordStyles.pane}
      aria-label={title}
      data-pane="reading"
      tabIndex={-1}
    >
      <header className={recordStyles.head}>
        <h2 className={recordStyles.title}>{title}</h2>
      </header>
      <form
        className={styles.form}
        aria-label={title}
        {...held}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={recordStyles.scroller}>
          <div className={recordStyles.column}>
            {faults.length > 0 && (
              <Notice tone="danger" title={t('form.faulty', { count: faults.length })} isLive />
            )}
            {error !== null && <ErrorNotice error={wordsOf(error)} />}
            {erasure !== null && (
              <ReturningNotice erasure={erasure} onReturning={(why) => void save(why)} />
            )}
            <NameFields {...part} />
            <ContactFields {...part} />
            <RegistrationFields {...part} />
            {memberId !== null && (
              <TextInput
                label={t('form.reason')}
                description={t('form.reasonText')}
                value={reason}
                onChange={(value) => onForm({ ...form, reason: value })}
                maxLength={500}
              />
            )}
          </div>
        </div>
        <footer className={styles.actions}>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('form.save')}
          </Button>
          <Button onPress={onLeave}>{t('form.cancel')}</Button>
          <kbd className={styles.key}>{keyLabel('save-member')}</kbd>
        </footer>
      </form>
    </section>
  );
}
