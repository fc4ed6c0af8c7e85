import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { AttachmentItem } from './attachment-item.tsx';
import styles from './attachment-list.module.css';

type AttachmentListProps = {
  readonly sectionId: SectionId;
  readonly messageId: MessageId;
  readonly attachments: readonly Attachment[];
};

/** The files that came with a message; pictures that stand in its text come after the others. */
export function AttachmentList({ sectionId, messageId, attachments }: AttachmentListProps) {
  const { t } = useTranslation('reading');
  if (attachments.length === 0) return null;
  const ordered = attachments.toSorted((a, b) => Number(a.inline) - Number(b.inline));
  return (
    <ul className={styles.list} aria-label={t('attachment.count', { count: attachments.length })}>
      {ordered.map((attachment) => (
        <AttachmentItem
          key={attachment.index}
          sectionId={sectionId}
          messageId={messageId}
          attachment={attachment}
        />
      ))}
    </ul>
  );
}
