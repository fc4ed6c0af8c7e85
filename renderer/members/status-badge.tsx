import { useTranslation } from 'react-i18next';
import type { MemberStatus } from '../../shared/model/member.ts';
import { Badge } from '../ui/badge.tsx';

const tones = {
  new: 'accent',
  'needs-info': 'warning',
  approved: 'success',
  rejected: 'danger',
  expired: 'neutral',
  lapsed: 'neutral',
} as const satisfies Readonly<Record<MemberStatus, string>>;

export function StatusBadge({ status }: { readonly status: MemberStatus }) {
  const { t } = useTranslation('members');
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
