import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId, MemberRequestId } from '../../../shared/ids.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCall } from '../../use-call.ts';
import { PageColumn } from '../page-column.tsx';
import { PageFrame } from '../page-frame.tsx';
import { PageRow } from '../page-row.tsx';
import { DeadlineBadge } from './deadline-badge.tsx';
import { RequestPage } from './request-page.tsx';
import styles from './requests.module.css';
import { useRequestWords } from './use-request-words.ts';

type RequestsPageProps = {
  readonly onBack: () => void;
  readonly onOpenMember: (memberId: MemberId) => void;
};

/** The register of what members ask about their own data, the next deadline first; or one of it. */
export function RequestsPage({ onBack, onOpenMember }: RequestsPageProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const { memberOf, receivedOf } = useRequestWords();
  const list = useCall('request.list', { sectionId: 'members' });
  const [openId, setOpenId] = useState<MemberRequestId | null>(null);
  const open = list.value?.find(({ id }) => id === openId);
  if (open !== undefined)
    return (
      <RequestPage
        key={open.id}
        request={open}
        onBack={() => setOpenId(null)}
        onChanged={list.reload}
        onOpenMember={onOpenMember}
      />
    );
  return (
    <PageFrame key="all" title={t('title')} backLabel={t('back')} ways={null} onBack={onBack}>
      {list.value?.length === 0 && (
        <EmptyState icon="members" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {list.value?.length !== 0 && (
        <PageColumn>
          <p className={styles.quiet}>{t('lead')}</p>
          {list.error !== null && <ErrorNotice error={errorWords(list.error)} />}
          <ul aria-label={t('title')}>
            {(list.value ?? []).map((request) => (
              <PageRow
                key={request.id}
                title={t('line', { kind: t(`kind.${request.kind}`), member: memberOf(request) })}
                lines={[receivedOf(request)]}
                badge={<DeadlineBadge request={request} />}
                openLabel={t('open')}
                openName={t('openNumber', { number: request.id })}
                onOpen={() => setOpenId(request.id)}
              />
            ))}
          </ul>
        </PageColumn>
      )}
    </PageFrame>
  );
}
