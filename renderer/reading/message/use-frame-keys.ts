import type { RefObject } from 'react';
import { MailFrameKey } from '../../../shared/mail-frame-key.ts';
import { useFrameMessage } from './use-frame-message.ts';

/** Presses again, in the page, the keys that were pressed in the frame of a mail (main/app/report-keys.ts). */
export function useFrameKeys(frame: RefObject<HTMLIFrameElement | null>): void {
  useFrameMessage(frame, MailFrameKey, ({ kind: _, ...press }, element) => {
    element.dispatchEvent(
      new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }),
    );
  });
}
