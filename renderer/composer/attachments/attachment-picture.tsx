import { useMemo } from 'react';
import type { DraftAttachment } from '../../../shared/model/draft-attachment.ts';
import { attachmentIcon } from '../../attachment-icon.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './attachments.module.css';

/** The photo in small, or what kind of file it is. */
export function AttachmentPicture({ attachment }: { readonly attachment: DraftAttachment }) {
  const { thumbnail, mimeType } = attachment;
  const address = useMemo(() => (thumbnail === null ? null : dataUrl(thumbnail)), [thumbnail]);
  return (
    <span className={styles.mark}>
      {address === null ? (
        <Icon name={attachmentIcon(mimeType)} />
      ) : (
        <img className={styles.thumbnail} src={address} alt="" draggable={false} />
      )}
    </span>
  );
}

function dataUrl(jpeg: Uint8Array): string {
  let bytes = '';
  for (const byte of jpeg) bytes += String.fromCharCode(byte);
  return `data:image/jpeg;base64,${btoa(bytes)}`;
}
