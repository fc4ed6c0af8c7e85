import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../shared/model/participant.ts';
import { useKeyLabel } from '../command-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './composer.module.css';
import { OtherWays } from './other-ways.tsx';

type ComposerBarProps = {
  readonly barRef: RefObject<HTMLButtonElement | null>;
  /** Null for a draft that cannot be sent as things are. */
  readonly recipient: Participant | null;
  /** What is written already; '' for none. */
  readonly draft: string;
  readonly hasAttachments: boolean;
  readonly onOpen: () => void;
  /** Null where there is nobody else. */
  readonly onReplyAll: (() => void) | null;
  readonly onForward: () => void;
  readonly hasForward: boolean;
  /** Null where no reply can be sent. */
  readonly onCanned: (() => void) | null;
};

/** The closed composer: who a reply goes to, or how the draft begins. */
export function ComposerBar(props: ComposerBarProps) {
  const { barRef, recipient, draft, hasAttachments, onOpen, onCanned } = props;
  const { t } = useTranslation('composer');
  const keyLabel = useKeyLabel();
  const hasDraft = draft.trim() !== '' || hasAttachments;
  return (
    <footer className={classNames(styles.dock, styles.closed)}>
      <button ref={barRef} type="button" className={styles.bar} onClick={onOpen}>
        <Icon name={hasDraft ? 'draft' : 'reply'} className={styles.icon ?? ''} />
        <span className={styles.barWords}>
          {hasDraft || recipient === null
            ? t('continueDraft')
            : t('replyTo', { name: recipient.name || recipient.address })}
        </span>
        <span className={styles.barMore}>
          {hasDraft
            ? draft.trim().split('\n')[0]
            : recipient !== null && recipient.name !== '' && `<${recipient.address}>`}
        </span>
        <kbd className={styles.key}>{keyLabel('reply')}</kbd>
      </button>
      {onCanned !== null && (
        <IconButton
          icon="template"
          label={t('answerCanned')}
          shortcut={keyLabel('canned')}
          onPress={onCanned}
        />
      )}
      <OtherWays {...props} />
    </footer>
  );
}
