import { useTranslation } from 'react-i18next';
import type { ListView } from '../../shared/model/conversation.ts';
import {
  type ConversationStatus,
  ConversationStatus as Status,
} from '../../shared/model/conversation-state.ts';
import { useFormat } from '../i18n/use-format.ts';
import { ActionMenu } from '../ui/action-menu.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons/icon.tsx';

/** How many conversations a section has of some statuses. */
export type StatusCounts = { readonly open: number; readonly waiting: number };

type StatusMenuProps = {
  readonly view: ListView;
  readonly counts: StatusCounts;
  readonly onView: (view: ConversationStatus) => void;
};

/** The list by whose turn it is. */
export function StatusMenu({ view, counts, onView }: StatusMenuProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const chosen = Status.options.find((status) => status === view) ?? null;
  return (
    <ActionMenu
      label={t('view.status')}
      chosen={chosen}
      items={Status.options.map((id) => ({
        id,
        label: t(`view.${id}`),
        more: id === 'open' || id === 'waiting' ? format.number(counts[id]) : undefined,
      }))}
      onChoose={onView}
    >
      <Button size="sm" variant={chosen === null ? 'quiet' : 'secondary'}>
        {chosen === null ? t('view.status') : t(`view.${chosen}`)}
        <Icon name="chevron-down" size={12} />
      </Button>
    </ActionMenu>
  );
}
