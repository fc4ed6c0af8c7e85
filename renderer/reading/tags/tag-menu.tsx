import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Tag } from '../../../shared/model/tag.ts';
import { useKeyLabel } from '../../command-keys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCommand } from '../../use-command.ts';
import styles from './tag-menu.module.css';
import { TagPicker } from './tag-picker.tsx';

type TagMenuProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly tags: readonly Tag[];
};

/** Which tags a conversation has, out of the way until its button or its key is pressed. */
export function TagMenu(props: TagMenuProps) {
  const { t } = useTranslation('tags');
  const keyLabel = useKeyLabel();
  const [isOpen, setOpen] = useState(false);
  useCommand('tag', () => setOpen(true), { isDisabled: isOpen });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton icon="tag" size="sm" label={t('open')} shortcut={keyLabel('tag')} />
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('open')}>
          <TagPicker {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
