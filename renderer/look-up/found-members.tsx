import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberSummary } from '../../shared/model/member.ts';
import { memberKana, memberName } from '../../shared/model/member-name.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import styles from './look-up.module.css';

type FoundMembersProps = {
  readonly members: readonly MemberSummary[];
  readonly onOpen: (memberId: MemberId) => void;
};

/** Whose record has the address: the name and the status, and nothing else of them. */
export function FoundMembers({ members, onOpen }: FoundMembersProps) {
  const { t } = useTranslation(['look-up', 'members']);
  const [first] = members;
  return (
    <div className={styles.body} role="status">
      <p>{first === undefined ? t('none') : t('found', { count: members.length })}</p>
      {first === undefined ? (
        <p className={styles.note}>{t('noneText')}</p>
      ) : (
        <ul className={styles.list}>
          {members.map((member) => {
            const name = memberName(member) || t('nameless');
            return (
              <li key={member.id} className={styles.member}>
                <span className={styles.name}>
                  {name}
                  <span className={styles.note}>{memberKana(member)}</span>
                </span>
                <Badge tone="neutral">{t(`members:status.${member.status}`)}</Badge>
                <Button
                  size="sm"
                  autoFocus={member === first}
                  aria-label={t('openOf', { name })}
                  onPress={() => onOpen(member.id)}
                >
                  {t('open')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
