import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ListView } from '../../../shared/model/conversation.ts';
import type { FolderSummary, MoveTarget } from '../../../shared/model/folder.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useKeyLabel } from '../../command-keys.ts';
import { useFolderName } from '../../folders/use-folder-name.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './filing-actions.module.css';
import { useFiling } from './use-filing.ts';

type FilingActionsProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly isFlagged: boolean;
  readonly view: ListView;
  readonly folders: readonly FolderSummary[];
};

/** Where a conversation goes: into the archive or back, into the trash, elsewhere; and its flag. */
export function FilingActions(props: FilingActionsProps) {
  const { sectionId, conversationId, isFlagged, view, folders } = props;
  const { t } = useTranslation('folders');
  const nameOf = useFolderName();
  const keyLabel = useKeyLabel();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const filing = useFiling({ sectionId, conversationId, view }, folders);
  const shown = folders.find(({ id }) => view === `folder:${id}`);
  const role = shown?.role ?? 'inbox';
  const isAside = role === 'archive' || role === 'junk' || role === 'trash';
  const file = () => filing.move(isAside ? 'inbox' : 'archive');
  const flag = () => filing.flag(!isFlagged);
  useCommand('archive', file);
  useCommand('delete', () => filing.move('trash'), { isDisabled: role === 'trash' });
  useCommand('junk', () => filing.move(role === 'junk' ? 'inbox' : 'junk'));
  useCommand('move', () => setMenuOpen(true));
  useCommand('flag', flag);

  const parts = (['inbox', 'archive', 'junk', 'trash'] as const).filter((part) => part !== role);
  const targets: { readonly id: string; readonly label: string; readonly to: MoveTarget }[] = [
    ...parts
      .filter((part) => part !== 'inbox' || shown !== undefined)
      .map((part) => ({ id: part, label: t(`role.${part}`), to: part })),
    ...folders
      .filter((folder) => folder.role === 'other' && folder.isSynced && folder !== shown)
      .map((folder) => ({ id: `${folder.id}`, label: nameOf(folder), to: folder.id })),
  ];
  return (
    <div className={styles.actions}>
      <IconButton
        icon={isAside ? 'inbox' : 'archive'}
        label={t(isAside ? 'toInbox' : 'archive')}
        shortcut={keyLabel('archive')}
        onPress={file}
      />
      {role !== 'trash' && (
        <IconButton
          icon="trash"
          label={t('delete')}
          shortcut={keyLabel('delete')}
          onPress={() => filing.move('trash')}
        />
      )}
      <ActionMenu
        label={t('moveTo')}
        isTitled
        items={targets}
        isOpen={isMenuOpen}
        onOpenChange={setMenuOpen}
        onChoose={(chosen) => {
          const target = targets.find(({ id }) => id === chosen);
          if (target !== undefined) filing.move(target.to);
        }}
      >
        <IconButton icon="folder" label={t('moveTo')} shortcut={keyLabel('move')} />
      </ActionMenu>
      <IconButton
        icon={isFlagged ? 'flag-set' : 'flag'}
        label={t(isFlagged ? 'unflag' : 'flag')}
        shortcut={keyLabel('flag')}
        onPress={flag}
      />
    </div>
  );
}
