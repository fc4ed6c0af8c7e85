import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberRequest } from '../../../shared/model/member-request.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../disclosure/facts.tsx';
import { PageColumn } from '../page-column.tsx';
import { PageFrame } from '../page-frame.tsx';
import { AccessAnswer } from './access-answer.tsx';
import { DeadlineBadge } from './deadline-badge.tsx';
import { IdentityPart } from './identity-part.tsx';
import { OtherAnswer } from './other-answer.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import { ReopenPart } from './reopen-part.tsx';
import styles from './requests.module.css';
import { useRequestWords } from './use-request-words.ts';

type RequestPageProps = {
  readonly request: MemberRequest;
  readonly onBack: () => void;
  readonly onChanged: () => void;
  readonly onOpenMember: (memberId: MemberId) => void;
};

/** One request, from who asks to its answer. */
export function RequestPage({ request, onBack, onChanged, onOpenMember }: RequestPageProps) {
  const { t } = useTranslation('requests');
  const { dayOf, memberOf, signedOf } = useRequestWords();
  const [isCovered, setCovered] = useState(false);
  const [isRefusing, setRefusing] = useState(false);
  const { id, kind, state, identity, settled, reason, memberId, name } = request;
  const isOpen = state === 'open';
  return (
    <PageFrame
      title={t('number', { number: id })}
      backLabel={t('backToAll')}
      ways={
        <>
          {name !== null && (
            <Button size="sm" onPress={() => onOpenMember(memberId)}>
              {t('openMember')}
            </Button>
          )}
          {isOpen && (
            <Button size="sm" onPress={() => setRefusing(true)}>
              {t('refuse.open')}
            </Button>
          )}
        </>
      }
      isCovered={isCovered || isRefusing}
      onBack={onBack}
    >
      <PageColumn>
        <div className={styles.head}>
          <h2 className={styles.subject}>{t(`kind.${kind}`)}</h2>
          <DeadlineBadge request={request} />
        </div>
        <Facts
          facts={[
            [t('fact.member'), memberOf(request)],
            [t('fact.received'), dayOf(request.receivedOn)],
            [t('fact.deadline'), dayOf(request.deadlineOn)],
            [t('fact.entered'), signedOf(request.entered)],
            ...(settled === null ? [] : [[t(`settled.${state}`), signedOf(settled)] as const]),
            ...(reason === '' ? [] : [[t('fact.reason'), reason] as const]),
          ]}
        />
        <IdentityPart request={request} onChanged={onChanged} />
        {isOpen && identity === null && <Notice tone="info">{t('identityFirst')}</Notice>}
        {isOpen && identity !== null && kind === 'access' && name !== null && (
          <AccessAnswer request={request} onChanged={onChanged} />
        )}
        {isOpen && identity !== null && kind !== 'access' && (
          <OtherAnswer request={request} onChanged={onChanged} onCovered={setCovered} />
        )}
        {!isOpen && <ReopenPart request={request} onChanged={onChanged} />}
      </PageColumn>
      {isRefusing && (
        <RefuseDialog
          requestId={id}
          onClose={() => setRefusing(false)}
          onRefused={() => {
            setRefusing(false);
            onChanged();
          }}
        />
      )}
    </PageFrame>
  );
}
