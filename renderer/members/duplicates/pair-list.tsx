import { Collection, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '../../../shared/model/duplicate.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import { Badge } from '../../ui/badge.tsx';
import { StatusBadge } from '../status-badge.tsx';
import styles from './duplicates.module.css';

export function keyOf({ one, other }: DuplicatePair): string {
  return `${one.id} ${other.id}`;
}

type PairListProps = {
  readonly pairs: readonly DuplicatePair[];
  readonly openKey: string | null;
  readonly onOpen: (pair: DuplicatePair) => void;
};

/** The pairs by name and status, and why they may be one person: nothing else of them. */
export function PairList({ pairs, openKey, onOpen }: PairListProps) {
  const { t } = useTranslation(['duplicates', 'members']);
  const rows = pairs.map((pair) => ({ id: keyOf(pair), pair }));
  const name = (member: DuplicatePair['one']) => memberName(member) || t('members:nameless');
  return (
    <ListBox
      className={styles.list ?? ''}
      aria-label={t('duplicates:list')}
      selectionMode="single"
      selectedKeys={openKey === null ? [] : [openKey]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        // Pressed again it is opened again.
        const found = rows.find(({ id }) => id === (key ?? openKey));
        if (found !== undefined) onOpen(found.pair);
      }}
    >
      <Collection items={rows}>
        {({ id, pair }) => (
          <ListBoxItem
            id={id}
            className={styles.pair ?? ''}
            textValue={t('duplicates:pair', { one: name(pair.one), other: name(pair.other) })}
          >
            {[pair.one, pair.other].map((member) => (
              <span key={member.id} className={styles.person}>
                <span className={styles.name}>{name(member)}</span>
                <StatusBadge status={member.status} />
              </span>
            ))}
            <span className={styles.why}>
              <Badge tone={pair.isLikely ? 'warning' : 'neutral'}>
                {t(pair.isLikely ? 'duplicates:likely' : 'duplicates:possible')}
              </Badge>
              <span className={styles.reasons}>
                {pair.reasons.map((reason) => t(`duplicates:reason.${reason}`)).join(' · ')}
              </span>
            </span>
          </ListBoxItem>
        )}
      </Collection>
    </ListBox>
  );
}
