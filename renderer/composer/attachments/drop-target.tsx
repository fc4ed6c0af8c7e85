import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './attachments.module.css';
import type { DropPlace } from './use-file-drop.ts';

/** Lies over the conversation while files are dragged; a mail's frame would swallow them. */
export function DropTarget({ place }: { readonly place: DropPlace }) {
  const { t } = useTranslation('attachments');
  const { left, top, width, height } = place;
  return createPortal(
    <div className={styles.drop} style={{ left, top, width, height }} data-drop-target>
      <p className={styles.dropWords}>
        <Icon name="attachment" />
        {t('drop')}
      </p>
    </div>,
    document.body,
  );
}
