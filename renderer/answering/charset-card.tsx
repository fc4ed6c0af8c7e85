import { useTranslation } from 'react-i18next';
import { Charset, type SectionSettings } from '../../shared/model/section-settings.ts';
import { Card } from '../ui/card.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import type { SectionSettingsHandle } from './use-section-settings.ts';

type CharsetCardProps = {
  readonly settings: SectionSettings;
  readonly onChange: SectionSettingsHandle['change'];
};

/** How the letters are written on the wire. */
export function CharsetCard({ settings, onChange }: CharsetCardProps) {
  const { t } = useTranslation('answering');
  return (
    <Card title={t('charset.title')}>
      <ChoiceGroup
        label={t('charset.label')}
        value={settings.charset}
        options={Charset.options.map((value) => ({ value, label: t(`charset.${value}`) }))}
        onChange={(charset) => void onChange({ charset })}
        description={t('charset.text')}
      />
    </Card>
  );
}
