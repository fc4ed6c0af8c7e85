import { useTranslation } from 'react-i18next';
import { type SectionSettings, undoSeconds } from '../../shared/model/section-settings.ts';
import { Card } from '../ui/card.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type SendingCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** How long a letter can be called back. */
export function SendingCard({ settings, onChange }: SendingCardProps) {
  const { t } = useTranslation('answering');
  return (
    <Card title={t('sending.title')}>
      <ChoiceGroup
        label={t('sending.undo')}
        value={settings.undoSeconds}
        options={undoSeconds.map((count) => ({
          value: count,
          label: count === 0 ? t('sending.atOnce') : t('sending.seconds', { count }),
        }))}
        onChange={(seconds) => void onChange({ undoSeconds: seconds })}
        description={t('sending.undoText')}
      />
    </Card>
  );
}
