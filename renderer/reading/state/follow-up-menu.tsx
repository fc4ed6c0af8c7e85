import { useTranslation } from 'react-i18next';
import { followUpDays } from '../../../shared/model/section-settings.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './state-line.module.css';

const day = 24 * 60 * 60_000;

type FollowUpMenuProps = {
  readonly remindAt: number | null;
  readonly onRemind: (remindAt: number | null) => void;
};

/** After how long staff are told that the reader has not answered: before or after the reply leaves. */
export function FollowUpMenu({ remindAt, onRemind }: FollowUpMenuProps) {
  const { t } = useTranslation('state');
  const format = useFormat();
  const isSet = remindAt !== null && remindAt > Date.now();
  return (
    <ActionMenu
      label={t('followUp.label')}
      isTitled
      items={followUpDays.map((count) => ({
        id: String(count),
        label: count === 0 ? t('followUp.never') : t('followUp.days', { count }),
        more: count === 0 ? undefined : format.shortDate(Date.now() + count * day),
      }))}
      onChoose={(count) => onRemind(count === '0' ? null : Date.now() + Number(count) * day)}
    >
      <Button size="sm" variant="quiet" icon="bell">
        <span className={styles.words}>
          {isSet ? t('followUp.set', { day: format.shortDate(remindAt) }) : t('followUp.open')}
        </span>
      </Button>
    </ActionMenu>
  );
}
