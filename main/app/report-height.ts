import type { MailFrameHeight } from '../../shared/mail-frame-height.ts';

/**
 * Tells the page how high a mail is, now and whenever that changes. Runs in the preload's own world:
 * the frame of a mail runs no script, and the page cannot look into it.
 */
export function reportHeight(frame: Window): void {
  const { documentElement, body } = frame.document;
  const tell = () => {
    // The body's scroll height also counts what floats or is placed out of the flow.
    const height = Math.max(documentElement.getBoundingClientRect().height, body.scrollHeight);
    const message: MailFrameHeight = { kind: 'mail-frame.height', height: Math.ceil(height) };
    frame.parent.postMessage(message, '*');
  };
  tell();
  new ResizeObserver(tell).observe(body);
}
