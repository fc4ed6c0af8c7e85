import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '../command-keys.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './composer.module.css';

type OtherWaysProps = {
  /** Null where there is nobody else. */
  readonly onReplyAll: (() => void) | null;
  readonly onForward: () => void;
  readonly hasForward: boolean;
};

/** Beside the way to answer the reader alone: with copies, and on to staff. */
export function OtherWays({ onReplyAll, onForward, hasForward }: OtherWaysProps) {
  const { t } = useTranslation('composer');
  const keyLabel = useKeyLabel();
  return (
    <div className={styles.otherWays}>
      {onReplyAll !== null && (
        <IconButton
          icon="reply-all"
          label={t('replyAll')}
          shortcut={keyLabel('reply-all')}
          onPress={onReplyAll}
        />
      )}
      <IconButton
        icon="forward"
        label={t(hasForward ? 'continueForward' : 'forward')}
        shortcut={keyLabel('forward')}
        onPress={onForward}
      />
    </div>
  );
}
