import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import styles from './canned-page.module.css';

type DeletedRepliesProps = {
  readonly replies: readonly CannedReply[];
  readonly onBringBack: (reply: CannedReply) => void;
  readonly onErase: (reply: CannedReply) => void;
};

/** What was deleted, folded away: to be brought back, or to be erased for good. */
export function DeletedReplies({ replies, onBringBack, onErase }: DeletedRepliesProps) {
  const { t } = useTranslation(['canned', 'common']);
  const [isOpen, setOpen] = useState(false);
  const [erasing, setErasing] = useState<CannedReply | null>(null);
  if (replies.length === 0) return null;
  return (
    <div className={styles.deleted}>
      <Button
        size="sm"
        variant="quiet"
        icon={isOpen ? 'chevron-down' : 'chevron-right'}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {t('canned:deleted.show', { count: replies.length })}
      </Button>
      {isOpen && (
        <ul className={styles.list}>
          {replies.map((reply) => (
            <li key={reply.id} className={styles.deletedRow}>
              <span className={styles.name}>{reply.name}</span>
              <Button size="sm" variant="quiet" onPress={() => setErasing(reply)}>
                {t('canned:deleted.erase')}
              </Button>
              <Button size="sm" onPress={() => onBringBack(reply)}>
                {t('canned:deleted.back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        title={t('canned:deleted.eraseTitle', { name: erasing?.name ?? '' })}
        isOpen={erasing !== null}
        confirmLabel={t('canned:deleted.erase')}
        cancelLabel={t('common:cancel')}
        isDangerous
        onConfirm={() => {
          if (erasing !== null) onErase(erasing);
          setErasing(null);
        }}
        onCancel={() => setErasing(null)}
      >
        {t('canned:deleted.eraseText')}
      </ConfirmDialog>
    </div>
  );
}
