import { useTranslation } from 'react-i18next';
import { KeepReports } from '../../shared/model/preferences.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';

type KeepReportsChoiceProps = {
  readonly value: KeepReports;
  readonly onChange: (days: KeepReports) => void;
};

/** How long crash reports stay, and what is in them. */
export function KeepReportsChoice({ value, onChange }: KeepReportsChoiceProps) {
  const { t } = useTranslation('settings');
  return (
    <ChoiceGroup
      label={t('keepReports.label')}
      value={String(value)}
      options={[...KeepReports.values].map((days) => ({
        value: String(days),
        label: days === 0 ? t('keepReports.none') : t('keepReports.days', { days }),
      }))}
      onChange={(days) => onChange(KeepReports.parse(Number(days)))}
      description={t('keepReports.explain')}
    />
  );
}
