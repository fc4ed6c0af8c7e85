import { useTranslation } from 'react-i18next';
import { signInProviders } from '../../shared/model/sign-in.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './mailbox-editor.module.css';
import { type SignInFieldErrors, type SignInForm, signInFields } from './sign-in-form.ts';
import { SignInLine } from './sign-in-line.tsx';
import type { BrowserSignIn } from './use-browser-sign-in.ts';

type SignInFieldsProps = {
  readonly form: SignInForm;
  readonly errors: SignInFieldErrors;
  readonly browser: BrowserSignIn;
  /** Somebody has signed in by what the form says. */
  readonly isSignedIn: boolean;
  readonly onWay: (way: SignInForm['way']) => void;
  readonly onChange: (form: SignInForm) => void;
  readonly onSignIn: () => void;
};

/** How Fumibako signs in to a mailbox: with passwords, or at a provider's page in the browser. */
export function SignInFields(props: SignInFieldsProps) {
  const { form, errors, browser, isSignedIn, onWay, onChange, onSignIn } = props;
  const { t } = useTranslation('settings');
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('signIn.title')}</legend>
      <ChoiceGroup
        label={t('signIn.way')}
        isLabelHidden
        value={form.way}
        options={(['password', ...signInProviders] as const).map((way) => ({
          value: way,
          label: t(`signIn.ways.${way}`),
        }))}
        onChange={onWay}
      />
      {form.way !== 'password' && (
        <>
          <p className={styles.quiet}>{t(`signIn.register.${form.way}`)}</p>
          <div className={styles.halves}>
            {signInFields[form.way].map((field) => {
              const error = errors[field];
              return (
                <TextInput
                  key={field}
                  label={t(`signIn.fields.${field}`)}
                  description={field === 'person' ? t('signIn.personHint') : undefined}
                  value={form[field]}
                  onChange={(typed) => onChange({ ...form, [field]: typed })}
                  autoComplete="off"
                  spellCheck="false"
                  error={error ? t(`fieldError.${error}`) : null}
                />
              );
            })}
          </div>
          <SignInLine browser={browser} isSignedIn={isSignedIn} onSignIn={onSignIn} />
        </>
      )}
    </fieldset>
  );
}
