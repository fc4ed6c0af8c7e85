import { useTranslation } from 'react-i18next';
import { letterSize } from '../../../shared/letter-size.ts';
import type { DraftAttachment } from '../../../shared/model/draft-attachment.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToast } from '../../ui/toast.tsx';
import { AttachmentRow } from './attachment-row.tsx';
import styles from './attachments.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import { UploadRow } from './upload-row.tsx';
import type { DraftAttachments } from './use-draft-attachments.ts';

type AttachmentTrayProps = {
  readonly files: DraftAttachments;
  readonly isDisabled: boolean;
  /** A row has gone, and its buttons with it. */
  readonly onRemoved: () => void;
};

/** What goes with the letter, what is on its way into it, and what did not come along. */
export function AttachmentTray({ files, isDisabled, onRemoved }: AttachmentTrayProps) {
  const { t } = useTranslation('attachments');
  const format = useFormat();
  const toast = useToast();
  const errorWords = useErrorWords();
  const { attachments, uploads, problem, limit } = files;

  async function remove({ id, name }: DraftAttachment) {
    const removed = await files.remove([id]);
    onRemoved();
    if (!removed.ok) {
      files.report({ kind: 'failed', name, error: removed.error });
      return;
    }
    toast({
      text: t('removed', { name }),
      action: { label: t('undo'), onPress: () => void putBack([id]) },
    });
  }

  async function putBack(ids: Parameters<DraftAttachments['putBack']>[0]) {
    const result = await files.putBack(ids);
    if (!result.ok) toast({ text: errorWords(result.error).what });
  }

  const isEmpty = attachments.length + uploads.length === 0;
  if (isEmpty && problem === null) return null;
  const size = letterSize(attachments.map((each) => each.size));
  // Nobody has to know while there is plenty of room.
  const isNearLimit = size > limit.bytes / 2;
  return (
    <section className={styles.tray} aria-label={t('label')}>
      {!isEmpty && (
        <ul className={styles.list}>
          {attachments.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              attachment={attachment}
              files={files}
              isDisabled={isDisabled}
              onRemove={() => void remove(attachment)}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
      {isNearLimit && (
        <p className={styles.total}>
          {t(limit.isKnown ? 'total' : 'totalOfUsual', {
            size: format.size(size),
            limit: format.size(limit.bytes),
          })}
        </p>
      )}
      {problem !== null && <ProblemNotice problem={problem} onDismiss={() => files.report(null)} />}
    </section>
  );
}
