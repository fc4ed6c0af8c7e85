import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ListView } from '../../../shared/model/conversation.ts';
import type { FolderSummary, MoveTarget } from '../../../shared/model/folder.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useFolderName } from '../../folders/use-folder-name.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useToast } from '../../ui/toast.tsx';

type Place = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  /** What staff look at: that is what goes. */
  readonly view: ListView;
};

export type Filing = {
  readonly move: (to: MoveTarget) => void;
  readonly flag: (isFlagged: boolean) => void;
};

/** Moves a conversation, and takes it back on "Undo". A failure is told in a toast. */
export function useFiling({ view, ...place }: Place, folders: readonly FolderSummary[]): Filing {
  const { t } = useTranslation('folders');
  const nameOf = useFolderName();
  const errorWords = useErrorWords();
  const toast = useToast();

  function tellFailure(result: Result<unknown>): void {
    if (result.ok) return;
    const { what, next } = errorWords(result.error);
    toast({ text: `${what} ${next}` });
  }

  async function move(to: MoveTarget): Promise<void> {
    const result = await call('conversation.move', { ...place, view, to });
    if (!result.ok) return tellFailure(result);
    const { moved } = result.value;
    const target = folders.find(({ id, role }) => id === to || role === to);
    const folder =
      target === undefined && typeof to === 'string' ? t(`role.${to}`) : target && nameOf(target);
    if (moved.length === 0) return toast({ text: t('nothingMoved', { folder }) });
    const back = moved.map(({ messageId, from, to: there }) => {
      return { messageId, from: there, to: from };
    });
    toast({
      text: t('moved', { folder }),
      action: {
        label: t('undo'),
        onPress: () =>
          void call('conversation.moveBack', { ...place, moved: back }).then(tellFailure),
      },
    });
  }

  return {
    move: (to) => void move(to),
    flag: (isFlagged) =>
      void call('conversation.markFlagged', { ...place, isFlagged }).then(tellFailure),
  };
}
