import { useTranslation } from 'react-i18next';
import type { MemberRequestId } from '../../../shared/ids.ts';
import { Notice } from '../../ui/notice.tsx';

/** Nothing of this record may be used, for the person asked for that. */
export function StoppedNotice({ requestId }: { readonly requestId: MemberRequestId }) {
  const { t } = useTranslation('requests');
  return (
    <Notice tone="warning" title={t('stopped.title', { number: requestId })}>
      {t('stopped.text')}
    </Notice>
  );
}
