import { useTranslation } from 'react-i18next';
import type { Automation } from '../../../shared/model/message.ts';
import { Badge } from '../../ui/badge.tsx';

/** Says that no person wrote this, where that is so. */
export function AutomationBadge({ automation }: { readonly automation: Automation }) {
  const { t } = useTranslation('reading');
  if (automation === 'no') return null;
  return (
    <Badge tone={automation === 'bounce' ? 'warning' : 'neutral'}>
      {t(`automation.${automation}`)}
    </Badge>
  );
}
