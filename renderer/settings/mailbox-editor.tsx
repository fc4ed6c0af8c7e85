import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { AccountSettings } from '../../shared/model/account.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { isSameSignIn } from '../../shared/model/sign-in.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useToast } from '../ui/toast.tsx';
import { useLatest } from '../ui/use-latest.ts';
import { ConnectionTestReport } from './connection-test-report.tsx';
import type { MailboxDrafts } from './mailbox-drafts.ts';
import styles from './mailbox-editor.module.css';
import {
  type FieldErrors,
  keepsPassword,
  keepsSignIn,
  type MailboxForm,
  type MailboxInput,
  readMailboxForm,
  type ServerForm,
  type ServerKind,
} from './mailbox-form.ts';
import { withWay } from './provider-servers.ts';
import { ServerFields } from './server-fields.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { readSignInForm } from './sign-in-form.ts';
import { type SignInState, useBrowserSignIn } from './use-browser-sign-in.ts';
import { useConnectionTest } from './use-connection-test.ts';
import { useMailboxDraft } from './use-mailbox-draft.ts';
import { useTestWords } from './use-test-words.ts';

type MailboxEditorProps = {
  readonly sectionId: SectionId;
  readonly stored: AccountSettings | null;
  readonly drafts: MailboxDrafts;
  /** `isFirst` where there was none before, and staff are still at its form. */
  readonly onSaved: (isFirst: boolean) => void;
};

/** The form of a section's account, its test, and saving it. */
export function MailboxEditor({ sectionId, stored, drafts, onSaved }: MailboxEditorProps) {
  const { t } = useTranslation(['settings', 'common']);
  const words = useTestWords();
  const toast = useToast();
  const [kept, setKept] = useState(stored);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const { form, isChanged, write, forget } = useMailboxDraft(sectionId, kept, drafts);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [unproven, setUnproven] = useState<MailboxInput | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const test = useConnectionTest(sectionId);
  const browser = useBrowserSignIn(sectionId);
  const section = t(`common:section.${sectionId}`);

  const change = (changed: Partial<MailboxForm>): MailboxForm => {
    const next = { ...form, ...changed };
    write(next);
    // Only marks that are shown already are renewed: nobody is told off before they have finished.
    if (Object.keys(errors).length > 0) setErrors(errorsOf(next, kept));
    return next;
  };
  const read = (current: MailboxForm): MailboxInput | null => {
    const result = readMailboxForm(current, kept);
    setErrors(result.ok ? {} : result.errors);
    return result.ok ? result.input : null;
  };
  const runTest = (current: MailboxForm) => {
    const input = read(current);
    if (input !== null) test.run(input);
  };
  const save = async (input: MailboxInput) => {
    setSaving(true);
    const result = await call('account.save', { sectionId, ...input });
    setSaving(false);
    setUnproven(null);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setKept(input.settings);
    forget(input.settings);
    toast({ text: t('settings:mailbox.saved', { section }) });
    // Whoever went elsewhere meanwhile stays there.
    onSaved(kept === null && isHere.current);
  };
  const discard = () => {
    test.stop();
    setErrors({});
    setError(null);
    forget(kept);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = read(form);
    if (input === null || isSaving) return;
    if (test.passedWith(input)) void save(input);
    else setUnproven(input);
  };
  const signedIn = useLatest(() => {
    // What stands there needs nothing but this; anything else is worth a test before it is saved.
    const input = read(form);
    if (input !== null && kept !== null && !isChanged) void save(input);
    else if (input !== null) test.run(input);
  });
  const signIn = () => {
    const read = readSignInForm(form.signIn);
    if (!read.ok) setErrors({ ...errors, signIn: read.errors });
    else if (read.signIn !== undefined) browser.run(read.signIn, form.imap.user.trim(), signedIn);
  };
  const serverFields = (kind: ServerKind) => (
    <ServerFields
      kind={kind}
      server={form[kind]}
      errors={errors}
      hasPassword={form.signIn.way === 'password'}
      keepsPassword={keepsPassword(form, kind, kept)}
      sameLogin={kind === 'smtp' ? form.sameLogin : null}
      onChange={(server) => change({ [kind]: server })}
      onSameLogin={(sameLogin) => change({ sameLogin })}
    />
  );
  const trust = (kind: ServerKind, fingerprint: string) => {
    const server: ServerForm = { ...form[kind], trustedFingerprint: fingerprint };
    runTest(change({ [kind]: server }));
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('settings:mailbox.sender')}</legend>
        <div className={styles.halves}>
          <TextInput
            label={t('settings:mailbox.senderName')}
            value={form.senderName}
            onChange={(senderName) => change({ senderName })}
            maxLength={200}
          />
          <TextInput
            label={t('settings:mailbox.senderAddress')}
            type="email"
            value={form.senderAddress}
            onChange={(senderAddress) => change({ senderAddress })}
            error={errors.senderAddress ? t(`settings:fieldError.${errors.senderAddress}`) : null}
          />
        </div>
      </fieldset>
      <SignInFields
        form={form.signIn}
        errors={errors.signIn ?? {}}
        browser={browser}
        isSignedIn={isSignedIn(form, kept, browser.state)}
        onWay={(way) => change(withWay(form, way))}
        onChange={(signIn) => change({ signIn })}
        onSignIn={signIn}
      />
      {serverFields('imap')}
      {serverFields('smtp')}
      <ConnectionTestReport test={test} onTrust={trust} />
      {error && <ErrorNotice error={words(error)} />}
      <footer className={styles.footer}>
        <div className={styles.actions}>
          <p className={styles.invalid} role="status">
            {Object.keys(errors).length > 0 ? t('settings:mailbox.invalid') : ''}
          </p>
          {isChanged && kept !== null && (
            <Button onPress={discard}>{t('settings:mailbox.discard')}</Button>
          )}
          {test.isRunning ? (
            <Button onPress={test.stop}>{t('settings:mailbox.stopTest')}</Button>
          ) : (
            <Button onPress={() => runTest(form)}>{t('settings:mailbox.test')}</Button>
          )}
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t('settings:mailbox.save')}
          </Button>
        </div>
      </footer>
      <ConfirmDialog
        title={t('settings:mailbox.untestedTitle')}
        isOpen={unproven !== null}
        isPending={isSaving}
        confirmLabel={t('settings:mailbox.untestedConfirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => unproven && void save(unproven)}
        onCancel={() => setUnproven(null)}
      >
        {t('settings:mailbox.untestedText')}
      </ConfirmDialog>
    </form>
  );
}

/** Also when it is not saved yet. */
function isSignedIn(form: MailboxForm, stored: AccountSettings | null, state: SignInState) {
  if (keepsSignIn(form, stored)) return true;
  const read = readSignInForm(form.signIn);
  return state.kind === 'done' && read.ok && isSameSignIn(read.signIn, state.signIn);
}

function errorsOf(form: MailboxForm, stored: AccountSettings | null): FieldErrors {
  const result = readMailboxForm(form, stored);
  return result.ok ? {} : result.errors;
}
