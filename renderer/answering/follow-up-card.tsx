import { useTranslation } from 'react-i18next';
import { followUpDays, type SectionSettings } from '../../shared/model/section-settings.ts';
import { Card } from '../ui/card.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type FollowUpCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** When staff are told that a reader has not answered. */
export function FollowUpCard({ settings, onChange }: FollowUpCardProps) {
  const { t } = useTranslation('answering');
  return (
    <Card title={t('followUp.title')}>
      <ChoiceGroup
        label={t('followUp.days')}
        value={settings.followUpDays}
        options={followUpDays.map((count) => ({
          value: count,
          label: count === 0 ? t('followUp.never') : t('followUp.after', { count }),
        }))}
        onChange={(days) => void onChange({ followUpDays: days })}
        description={t('followUp.text')}
      />
    </Card>
  );
}
