import { useTranslation } from 'react-i18next';
import { SelectInput } from '../ui/select-input.tsx';
import styles from './composer.module.css';
import type { Words } from './letter-format.ts';
import type { Signatures } from './signature.ts';
import { signatureIn, withSignature } from './use-signature.ts';

type SignatureChoiceProps = {
  readonly words: Words;
  readonly quote: string;
  readonly signatures: Signatures;
  readonly onChange: (words: Words) => void;
};

/** Which of the section's signatures stands below the letter. Not there where the section has none. */
export function SignatureChoice({ words, quote, signatures, onChange }: SignatureChoiceProps) {
  const { t } = useTranslation('composer');
  const languages = (['en', 'ja'] as const).filter((one) => signatures[one].trim() !== '');
  if (languages.length === 0) return null;
  const stands = signatureIn(words, quote, signatures) ?? 'none';
  const own = stands === 'own' ? (['own'] as const) : [];
  return (
    <div className={styles.signature}>
      <SelectInput
        label={t('signature.label')}
        isLabelHidden
        value={stands}
        options={[...languages, 'none' as const, ...own].map((value) => ({
          value,
          label: t(`signature.${value}`),
        }))}
        onChange={(value) => {
          if (value === 'own') return;
          onChange(withSignature(words, quote, signatures, value === 'none' ? null : value));
        }}
      />
    </div>
  );
}
