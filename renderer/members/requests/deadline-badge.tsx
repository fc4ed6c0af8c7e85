import { useTranslation } from 'react-i18next';
import type { MemberRequest } from '../../../shared/model/member-request.ts';
import { Badge } from '../../ui/badge.tsx';

type DeadlineBadgeProps = { readonly request: Pick<MemberRequest, 'state' | 'daysLeft'> };

/** From when on a deadline is near, in days. */
const near = 3;

/** How many days are left for an answer, or what became of the request. */
export function DeadlineBadge({ request: { state, daysLeft } }: DeadlineBadgeProps) {
  const { t } = useTranslation('requests');
  if (state === 'done') return <Badge tone="success">{t('state.done')}</Badge>;
  if (state === 'refused') return <Badge>{t('state.refused')}</Badge>;
  if (daysLeft < 0) return <Badge tone="danger">{t('late', { count: -daysLeft })}</Badge>;
  return (
    <Badge tone={daysLeft <= near ? 'warning' : 'neutral'}>
      {daysLeft === 0 ? t('today') : t('left', { count: daysLeft })}
    </Badge>
  );
}
