import type { MailFrameSelection } from '../../shared/mail-frame-selection.ts';

/** Characters: more is no longer a passage that somebody answers. */
const longest = 20_000;

/**
 * Tells the page which words of a mail are selected, so that a reply can quote just these: after
 * each click, and before a key is told of, which may be the one that begins the reply.
 */
export function reportSelection(frame: Window): void {
  const tell = () => {
    const text = String(frame.getSelection() ?? '').slice(0, longest);
    const message: MailFrameSelection = { kind: 'mail-frame.selection', text };
    frame.parent.postMessage(message, '*');
  };
  for (const name of ['mouseup', 'keydown', 'keyup'] as const) frame.addEventListener(name, tell);
}
