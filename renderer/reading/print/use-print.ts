import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useToast } from '../../ui/toast.tsx';
import type { Print } from './printed-conversation.tsx';

type Conversation = CallOutput<'conversation.read'>;
type Prepared = { readonly print: Print; readonly entry: number; readonly id: Conversation['id'] };

/** Prints the open conversation, all of it, once that is on record. */
export function usePrint(sectionId: SectionId, conversation: Conversation | null) {
  const { t } = useTranslation('state');
  const errorWords = useErrorWords();
  const toast = useToast();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const isBusy = useRef(false);
  const tell = useRef((_: AppError) => {});
  tell.current = (error) => toast({ text: t('print.notDone', { what: errorWords(error).what }) });

  async function start(): Promise<void> {
    if (isBusy.current || conversation === null || conversation.messages.length === 0) return;
    isBusy.current = true;
    const result = await prepare(sectionId, conversation);
    if ('print' in result) setPrepared(result);
    else {
      isBusy.current = false;
      tell.current(result);
    }
  }

  // The words are in the page now, and not before.
  useEffect(() => {
    if (prepared === null) return;
    const { entry, id: conversationId } = prepared;
    void call('app.print', null).then(async (result) => {
      if (!result.ok || !result.value.printed)
        await call('conversation.notPrinted', { sectionId, conversationId, entry });
      if (!result.ok) tell.current(result.error);
      setPrepared(null);
      isBusy.current = false;
    });
  }, [prepared, sectionId]);

  return { print: prepared?.print ?? null, start: () => void start() };
}

async function prepare(
  sectionId: SectionId,
  { id, subject, messages }: Conversation,
): Promise<Prepared | AppError> {
  const whole: Print['messages'][number][] = [];
  for (const message of messages) {
    const body = await call('message.read', { sectionId, messageId: message.id });
    if (!body.ok) return body.error;
    whole.push({ ...message, text: body.value.text });
  }
  const recorded = await call('conversation.print', { sectionId, conversationId: id });
  if (!recorded.ok) return recorded.error;
  const { entry, by, at } = recorded.value;
  return { id, entry, print: { sectionId, subject, messages: whole, by, at } };
}
