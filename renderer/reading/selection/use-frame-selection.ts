import { type RefObject, useEffect } from 'react';
import type { MessageId } from '../../../shared/ids.ts';
import { MailFrameSelection } from '../../../shared/mail-frame-selection.ts';
import { useFrameMessage } from '../message/use-frame-message.ts';
import { keepFrameSelection } from './selected-words.ts';

/** Knows what is selected in the frame of a mail (main/app/report-selection.ts). */
export function useFrameSelection(
  frame: RefObject<HTMLIFrameElement | null>,
  messageId: MessageId,
): void {
  useFrameMessage(frame, MailFrameSelection, ({ text }) => keepFrameSelection(messageId, text));
  useEffect(() => () => keepFrameSelection(messageId, ''), [messageId]);
}
