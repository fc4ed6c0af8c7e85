import { useTranslation } from 'react-i18next';
import type { DraftAttachment } from '../../../shared/model/draft-attachment.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './attachments.module.css';
import { isProgram } from './file-name.ts';

/** What a file tells beside what it shows. Of files that are no pictures nothing is claimed. */
export function AttachmentNote({ attachment }: { readonly attachment: DraftAttachment }) {
  const { t } = useTranslation('attachments');
  const { name, privacy, thumbnail } = attachment;
  if (isProgram(name)) {
    return (
      <span className={styles.warning}>
        <Icon name="warning" size={12} />
        {t('program')}
      </span>
    );
  }
  switch (privacy) {
    case 'no-photo':
      return null;
    case 'may-tell':
      return (
        <span className={styles.warning}>
          <Icon name="warning" size={12} />
          {t(thumbnail === null ? 'mayTell' : 'mayTellConvertible')}
        </span>
      );
    case 'clean':
    case 'cleaned':
      return (
        <span className={styles.note}>
          <Icon name="shield" size={12} />
          {t(privacy)}
        </span>
      );
  }
}
