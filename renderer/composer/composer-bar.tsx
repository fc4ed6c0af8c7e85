import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../shared/model/participant.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icons/icon.tsx';
import { isMac } from '../ui/is-mac.ts';
import { shortcutLabel } from '../ui/shortcut.ts';
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
};

/** The closed composer: who a reply goes to, or how the draft begins. */
export function ComposerBar(props: ComposerBarProps) {
  const { barRef, recipient, draft, hasAttachments, onOpen } = props;
  const { t } = useTranslation('composer');
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
        <kbd className={styles.key}>{shortcutLabel({ key: 'r' }, isMac())}</kbd>
      </button>
      <OtherWays {...props} />
    </footer>
  );
}
