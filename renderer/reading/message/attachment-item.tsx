import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { attachmentIcon } from '../../attachment-icon.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from './attachment-list.module.css';

type AttachmentItemProps = {
  readonly sectionId: SectionId;
  readonly messageId: MessageId;
  readonly attachment: Attachment;
};

/** A file's name, size and Save. It is written to the disk only there, where staff choose. */
export function AttachmentItem({ sectionId, messageId, attachment }: AttachmentItemProps) {
  const { t } = useTranslation(['reading', 'common']);
  const format = useFormat();
  const toast = useToast();
  const errorWords = useErrorWords();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { index, mimeType, size } = attachment;
  const name =
    attachment.filename?.trim() || t('reading:attachment.unnamed', { number: index + 1 });

  async function save() {
    setSaving(true);
    setError(null);
    const result = await call('attachment.save', {
      sectionId,
      messageId,
      index,
      filename: name.slice(0, 500),
    });
    setSaving(false);
    if (!result.ok) setError(result.error.code === 'cancelled' ? null : result.error);
    else if (result.value.saved) toast({ text: t('reading:attachment.saved', { name }) });
  }

  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <Icon name={attachmentIcon(mimeType)} className={styles.icon ?? ''} />
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.size}>{format.size(size)}</span>
        <Button
          size="sm"
          variant="quiet"
          icon="download"
          isPending={isSaving}
          aria-label={t('reading:attachment.save', { name })}
          onPress={() => void save()}
        >
          {t('common:save')}
        </Button>
      </div>
      {error !== null && (
        <ErrorNotice
          error={errorWords(error)}
          actions={
            <Button size="sm" onPress={() => setError(null)}>
              {t('common:dismiss')}
            </Button>
          }
        />
      )}
    </li>
  );
}
