import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../shared/model/preferences.ts';
import { TextArea } from '../ui/text-area.tsx';
import styles from './answering.module.css';

type SignatureFieldProps = {
  readonly language: Locale;
  readonly value: string;
  readonly onChange: (signature: string) => void;
};

/** One signature, stored when its field is left, and how it will stand below a letter. */
export function SignatureField({ language, value, onChange }: SignatureFieldProps) {
  const { t } = useTranslation('answering');
  const [text, setText] = useState(value);
  return (
    <div className={styles.signature}>
      <TextArea
        label={t(`signature.${language}`)}
        rows={4}
        maxLength={2000}
        value={text}
        onChange={setText}
        onBlur={() => {
          if (text !== value) onChange(text);
        }}
      />
      <figure className={styles.preview} lang={language}>
        <figcaption>{t('signature.preview')}</figcaption>
        <pre>
          {t(`signature.example.${language}`)}
          {text.trim() !== '' && `\n\n-- \n${text.trim()}`}
        </pre>
      </figure>
    </div>
  );
}
