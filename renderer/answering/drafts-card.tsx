import { useTranslation } from 'react-i18next';
import type { SectionSettings } from '../../shared/model/section-settings.ts';
import { Card } from '../ui/card.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import styles from './answering.module.css';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type DraftsCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** Whether what is not sent yet may be on the server, and what that means. */
export function DraftsCard({ settings, onChange }: DraftsCardProps) {
  const { t } = useTranslation('answering');
  return (
    <Card title={t('drafts.title')}>
      <CheckBox
        isSelected={settings.syncDrafts}
        onChange={(syncDrafts) => void onChange({ syncDrafts })}
      >
        {t('drafts.sync')}
      </CheckBox>
      <p className={styles.text}>{t('drafts.text')}</p>
    </Card>
  );
}
