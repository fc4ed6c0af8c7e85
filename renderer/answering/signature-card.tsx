import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionSettings } from '../../shared/model/section-settings.ts';
import { Card } from '../ui/card.tsx';
import styles from './answering.module.css';
import { SignatureField } from './signature-field.tsx';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type SignatureCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** What stands below each letter, in the language of the reader who is answered. */
export function SignatureCard({ settings, onChange }: SignatureCardProps) {
  const { t } = useTranslation('answering');
  // The second may be left before the first is stored.
  const newest = useRef(settings.signatures);
  return (
    <Card title={t('signature.title')}>
      <p className={styles.lead}>{t('signature.text')}</p>
      <div className={styles.signatures}>
        {(['en', 'ja'] as const).map((language) => (
          <SignatureField
            key={language}
            language={language}
            value={newest.current[language]}
            onChange={(signature) => {
              newest.current = { ...newest.current, [language]: signature };
              void onChange({ signatures: newest.current });
            }}
          />
        ))}
      </div>
    </Card>
  );
}
