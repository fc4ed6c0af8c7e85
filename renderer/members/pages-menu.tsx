import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '../command-keys.ts';
import { ActionMenu } from '../ui/action-menu.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { MembersPage } from './members-page.ts';

type PagesMenuProps = { readonly onPage: (page: MembersPage) => void };

/** The ways to the pages about all members. */
export function PagesMenu({ onPage }: PagesMenuProps) {
  const { t } = useTranslation(['retention', 'members', 'numbers', 'requests', 'erasure']);
  const keyLabel = useKeyLabel();
  return (
    <ActionMenu
      label={t('retention:menu')}
      items={[
        {
          id: 'duplicates',
          label: t('members:duplicates'),
          more: keyLabel('find-duplicates'),
        },
        { id: 'numbers', label: t('numbers:title') },
        { id: 'retention', label: t('retention:title') },
        { id: 'requests', label: t('requests:title') },
        { id: 'erasures', label: t('erasure:page.title') },
      ]}
      onChoose={onPage}
    >
      <IconButton icon="more" label={t('retention:menu')} />
    </ActionMenu>
  );
}
