import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useToast } from '../../ui/toast.tsx';

/** Has one mail, or all that wait, read once more, and says what came of it. */
export function useRetry() {
  const { t } = useTranslation(['forms', 'common']);
  const toast = useToast();
  const words = useErrorWords();
  const [isPending, setPending] = useState(false);
  async function run(messageId: MessageId | null) {
    setPending(true);
    const result = await call('formMail.retry', { sectionId: 'members', messageId });
    setPending(false);
    if (!result.ok) {
      const { what, next } = words(result.error);
      toast({ text: t('common:sentences', { first: what, second: next }) });
      return;
    }
    const { read, unread } = result.value;
    const still = t('forms:mail.still', { count: unread });
    const done = t('forms:mail.retried', { count: read });
    const both = t('common:sentences', { first: done, second: still });
    toast({ text: unread === 0 ? done : read === 0 ? still : both });
  }
  return { isPending, run: (messageId: MessageId | null) => void run(messageId) };
}
