import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { Fingerprint } from './fingerprint.tsx';
import styles from './mailbox-editor.module.css';
import {
  type FieldErrors,
  type ServerForm,
  type ServerKind,
  withSecurity,
  withServerAt,
} from './mailbox-form.ts';

type ServerFieldsProps = {
  readonly kind: ServerKind;
  readonly server: ServerForm;
  readonly errors: FieldErrors;
  /** Someone signs in with one, and not at a provider's page. */
  readonly hasPassword: boolean;
  /** A blank password means the stored one. */
  readonly keepsPassword: boolean;
  /** Null for IMAP, where the choice makes no sense. */
  readonly sameLogin: boolean | null;
  readonly onChange: (server: ServerForm) => void;
  readonly onSameLogin: (sameLogin: boolean) => void;
};

/** One server of an account: where it is, how to encrypt, who signs in. */
export function ServerFields({
  kind,
  server,
  errors,
  hasPassword,
  keepsPassword,
  sameLogin,
  onChange,
  onSameLogin,
}: ServerFieldsProps) {
  const { t } = useTranslation('settings');
  const errorOf = (field: 'host' | 'port' | 'user' | 'password') => {
    const error = errors[`${kind}.${field}`];
    return error ? t(`fieldError.${error}`) : null;
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t(`mailbox.${kind}`)}</legend>
      <div className={styles.server}>
        <TextInput
          label={t('mailbox.host')}
          value={server.host}
          onChange={(host) => onChange(withServerAt(server, { host }))}
          placeholder={`${kind}.example.com`}
          spellCheck="false"
          error={errorOf('host')}
        />
        <TextInput
          label={t('mailbox.port')}
          inputMode="numeric"
          value={server.port}
          onChange={(port) => onChange(withServerAt(server, { port }))}
          error={errorOf('port')}
        />
        <ChoiceGroup
          label={t('mailbox.security')}
          value={server.security}
          options={(['tls', 'starttls'] as const).map((security) => ({
            value: security,
            label: t(`mailbox.${security}`),
          }))}
          onChange={(security) => onChange(withSecurity(kind, server, security))}
        />
      </div>
      {sameLogin !== null && (
        <CheckBox isSelected={sameLogin} onChange={onSameLogin}>
          {t(hasPassword ? 'mailbox.sameLogin' : 'mailbox.sameUser')}
        </CheckBox>
      )}
      {sameLogin !== true && (
        <div className={styles.halves}>
          <TextInput
            label={t('mailbox.user')}
            value={server.user}
            onChange={(user) => onChange({ ...server, user })}
            autoComplete="off"
            spellCheck="false"
            error={errorOf('user')}
          />
          {hasPassword && (
            <TextInput
              label={t('mailbox.password')}
              type="password"
              value={server.password}
              onChange={(password) => onChange({ ...server, password })}
              autoComplete="new-password"
              placeholder={keepsPassword ? t('mailbox.keepPassword') : undefined}
              error={errorOf('password')}
            />
          )}
        </div>
      )}
      {server.trustedFingerprint !== null && (
        <div className={styles.trusted}>
          <div className={styles.trustedWords}>
            <p className={styles.quiet}>{t('mailbox.trusted')}</p>
            <Fingerprint value={server.trustedFingerprint} />
          </div>
          <Button size="sm" onPress={() => onChange({ ...server, trustedFingerprint: null })}>
            {t('mailbox.stopTrusting')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
