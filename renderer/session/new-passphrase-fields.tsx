import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minimumPassphraseLength } from '../../shared/passphrase-length.ts';
import { TextInput } from '../ui/text-input.tsx';
import { passphraseLength, passphraseStrength } from './passphrase-strength.ts';
import { StrengthBar } from './strength-bar.tsx';

export type NewPassphrase = {
  readonly passphrase: string;
  /** Shows what is missing from now on; whether nothing is. */
  readonly check: () => boolean;
  readonly fields: FieldsProps;
};

type FieldsProps = {
  readonly passphrase: string;
  readonly again: string;
  readonly isTried: boolean;
  readonly onPassphrase: (text: string) => void;
  readonly onAgain: (text: string) => void;
};

/** A new passphrase, typed twice, as the state of a form. */
export function useNewPassphrase(): NewPassphrase {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  return {
    passphrase,
    check() {
      setTried(true);
      return !isShort(passphrase) && passphrase === again;
    },
    fields: { passphrase, again, isTried, onPassphrase: setPassphrase, onAgain: setAgain },
  };
}

export function NewPassphraseFields(props: FieldsProps & { readonly isOther?: boolean }) {
  const { passphrase, again, isTried, onPassphrase, onAgain, isOther = false } = props;
  const { t } = useTranslation('session');
  const level = passphraseStrength(passphrase);
  const strength = t(`strength.${level}`, { count: passphraseLength(passphrase) });
  return (
    <>
      <TextInput
        label={t(isOther ? 'change.next' : 'create.passphrase')}
        type="password"
        description={strength}
        value={passphrase}
        onChange={onPassphrase}
        autoComplete="new-password"
        error={isTried && isShort(passphrase) ? strength : null}
      />
      <StrengthBar strength={level} />
      <TextInput
        label={t(isOther ? 'change.again' : 'create.passphraseAgain')}
        type="password"
        value={again}
        onChange={onAgain}
        autoComplete="new-password"
        error={
          isTried && !isShort(passphrase) && passphrase !== again ? t('create.mismatch') : null
        }
      />
    </>
  );
}

function isShort(passphrase: string): boolean {
  return passphraseLength(passphrase) < minimumPassphraseLength;
}
