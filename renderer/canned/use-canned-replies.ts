import { useTranslation } from 'react-i18next';
import type { AppError, Result } from '../../shared/errors.ts';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';

export type CannedReplies = {
  /** By name, deleted ones too; null until the engine has answered. */
  readonly replies: readonly CannedReply[] | null;
  readonly error: AppError | null;
  readonly reload: () => void;
  readonly remove: (reply: CannedReply) => Promise<void>;
  readonly bringBack: (reply: CannedReply) => Promise<void>;
  readonly erase: (reply: CannedReply) => Promise<void>;
};

/** A section's canned replies, and what can be done with one as a whole. */
export function useCannedReplies(sectionId: SectionId): CannedReplies {
  const { t } = useTranslation('canned');
  const errorWords = useErrorWords();
  const toast = useToast();
  const { value, error, reload } = useCall('canned.list', { sectionId });

  function isDone(result: Result<unknown>): boolean {
    if (!result.ok) toast({ text: errorWords(result.error).what });
    reload();
    return result.ok;
  }

  async function bringBack({ id }: CannedReply) {
    isDone(await call('canned.bringBack', { sectionId, cannedReplyId: id }));
  }

  return {
    replies: value,
    error,
    reload,
    bringBack,
    async remove(reply) {
      const result = await call('canned.remove', { sectionId, cannedReplyId: reply.id });
      if (!isDone(result)) return;
      toast({
        text: t('edit.removed', { name: reply.name }),
        action: { label: t('edit.undo'), onPress: () => void bringBack(reply) },
      });
    },
    async erase({ id }) {
      if (isDone(await call('canned.erase', { sectionId, cannedReplyId: id })))
        toast({ text: t('deleted.erased') });
    },
  };
}
