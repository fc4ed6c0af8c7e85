import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './modal-dialog.module.css';

type ModalDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Shows a close button with this name in the corner. */
  readonly closeLabel?: string;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly width?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
  /** Buttons, in the order of reading; the primary one last. */
  readonly actions?: ReactNode;
};

/** A window within the window: it holds the focus, and Escape closes it. */
export function ModalDialog({
  title,
  isOpen,
  onClose,
  closeLabel,
  role = 'dialog',
  width = 'md',
  children,
  actions,
}: ModalDialogProps) {
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className={classNames(styles.modal, styles[width])}>
        <Dialog role={role} className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {closeLabel !== undefined && (
              <IconButton icon="close" label={closeLabel} size="sm" onPress={onClose} />
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
