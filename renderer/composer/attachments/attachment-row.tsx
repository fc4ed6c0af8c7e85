import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAttachment } from '../../../shared/model/draft-attachment.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AttachmentNote } from './attachment-note.tsx';
import { AttachmentPicture } from './attachment-picture.tsx';
import styles from './attachments.module.css';
import { PhotoSizeMenu } from './photo-size-menu.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import type { DraftAttachments } from './use-draft-attachments.ts';

type AttachmentRowProps = {
  readonly attachment: DraftAttachment;
  readonly files: DraftAttachments;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
};

/** One file of the letter: what it is, how large, what it tells, and what can be done with it. */
export function AttachmentRow({ attachment, files, isDisabled, onRemove }: AttachmentRowProps) {
  const { t } = useTranslation('attachments');
  const format = useFormat();
  const [isRenaming, setRenaming] = useState(false);
  const { name, size } = attachment;
  const isPicture = attachment.thumbnail !== null;
  return (
    <li className={styles.row}>
      <AttachmentPicture attachment={attachment} />
      <span className={styles.words}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <AttachmentNote attachment={attachment} />
      </span>
      {isPicture ? (
        <PhotoSizeMenu attachment={attachment} files={files} isDisabled={isDisabled} />
      ) : (
        <span className={styles.size}>{format.size(size)}</span>
      )}
      <IconButton
        icon="draft"
        size="sm"
        label={t('rename.button', { name })}
        isDisabled={isDisabled}
        onPress={() => setRenaming(true)}
      />
      <IconButton
        icon="close"
        size="sm"
        label={t('remove', { name })}
        isDisabled={isDisabled}
        onPress={onRemove}
      />
      {isRenaming && (
        <RenameDialog
          name={name}
          onRename={async (stem) => {
            const result = await files.rename(attachment.id, stem);
            setRenaming(false);
            if (!result.ok) files.report({ kind: 'failed', name, error: result.error });
          }}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  );
}
