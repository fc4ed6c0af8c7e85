import type { MailFrameKey } from '../../shared/mail-frame-key.ts';

/** What the frame itself does with a key: it scrolls, selects, copies, and follows links. */
const ownKeys = /^(Tab|Enter| |Arrow.*|Page.*|Home|End)$/;
const ownCommands = /^[ac]$/i;

/**
 * Tells the page of keys pressed in a mail, so that a click into one does not take the shortcuts
 * away, that of the lock above all. A mail runs no script: only a person can press a key in it.
 */
export function reportKeys(frame: Window): void {
  frame.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (!event.isTrusted || isComposing || ownKeys.test(key)) return;
    if ((ctrlKey || metaKey) && ownCommands.test(key)) return;
    const message: MailFrameKey = {
      kind: 'mail-frame.key',
      key,
      ctrlKey,
      metaKey,
      altKey,
      shiftKey,
    };
    frame.parent.postMessage(message, '*');
  });
}
