import type { MessageId } from '../../../shared/ids.ts';

/** What is selected in the frames of HTML mails: the page cannot look into them. */
const inFrames = new Map<MessageId, string>();

/** Marks where the words of a message stand. */
export function quotable(messageId: MessageId): { readonly 'data-quotable': MessageId } {
  return { 'data-quotable': messageId };
}

export function keepFrameSelection(messageId: MessageId, text: string): void {
  if (text.trim() === '') inFrames.delete(messageId);
  else inFrames.set(messageId, text);
}

/** The words that are selected in a message and nowhere else; '' for none. */
export function selectedWords(messageId: MessageId): string {
  const selection = window.getSelection();
  const inPage = selection === null || selection.isCollapsed ? '' : String(selection);
  if (inPage.trim() === '') return inFrames.get(messageId) ?? '';
  const isInside = [selection?.anchorNode, selection?.focusNode].every((node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest(`[data-quotable="${messageId}"]`) != null;
  });
  return isInside ? inPage : '';
}
