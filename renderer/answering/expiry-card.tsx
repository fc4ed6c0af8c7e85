import { useTranslation } from 'react-i18next';
import { type SectionSettings, unansweredDays } from '../../shared/model/section-settings.ts';
import { Card } from '../ui/card.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type ExpiryCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** When a registration expires whose member was asked for a correction. */
export function ExpiryCard({ settings, onChange }: ExpiryCardProps) {
  const { t } = useTranslation('answering');
  return (
    <Card title={t('expiry.title')}>
      <ChoiceGroup
        label={t('expiry.days')}
        value={settings.unansweredDays}
        options={unansweredDays.map((count) => ({
          value: count,
          label: count === 0 ? t('expiry.never') : t('expiry.after', { count }),
        }))}
        onChange={(days) => void onChange({ unansweredDays: days })}
        description={t('expiry.text')}
      />
    </Card>
  );
}
