import { type RefObject, useEffect } from 'react';
import { MailFrameKey } from '../../../shared/mail-frame-key.ts';

/** Presses again, in the page, the keys that were pressed in the frame of a mail (main/app/report-keys.ts). */
export function useFrameKeys(frame: RefObject<HTMLIFrameElement | null>): void {
  useEffect(() => {
    const onMessage = (event: MessageEvent) => {
      if (frame.current === null || event.source !== frame.current.contentWindow) return;
      const message = MailFrameKey.safeParse(event.data);
      if (!message.success) return;
      const { kind: _, ...press } = message.data;
      frame.current.dispatchEvent(
        new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }),
      );
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame]);
}
