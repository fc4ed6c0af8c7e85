import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { EditedDraft, EditedDraftChoice } from '../../shared/model/edited-draft.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';
import type { EditorHandle } from './editor-handle.ts';
import { takeWords } from './letter-format.ts';
import { offeredFor } from './offered-for.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { unsavedDrafts } from './unsaved-drafts.ts';
import type { DraftHandle } from './use-draft.ts';
import type { Quote } from './use-quote.ts';

export type EditedElsewhere = {
  /** Null while there is nothing to choose. */
  readonly edited: EditedDraft | null;
  /** Whether there is anything could not be asked. */
  readonly error: AppError | null;
  readonly take: () => void;
  readonly keep: () => void;
};

type Composer = {
  /** What the letter in hand answers. */
  readonly answers: MessageId;
  readonly draft: DraftHandle;
  readonly quote: Pick<Quote, 'markOffered'>;
  readonly editor: RefObject<EditorHandle | null>;
  readonly isShown: boolean;
};

/** What another program made of the reply in the account's Drafts, and what becomes of it. */
export function useEditedDraft(
  { sectionId, conversationId, kind }: ReplyComposerProps,
  { answers, draft, quote, editor, isShown }: Composer,
): EditedElsewhere {
  const place = { sectionId, conversationId };
  const { t } = useTranslation('composer');
  const errorWords = useErrorWords();
  const toast = useToast();
  const found = useCall('editedDraft.find', isShown && kind === 'reply' ? place : undefined);
  useEvent('section.changed', ({ sectionId: changed, conversationIds }) => {
    if (changed !== sectionId) return;
    if (conversationIds === null || conversationIds.includes(conversationId)) found.reload();
  });
  // It goes at once: the answer that is on screen is of before the choice.
  const [chosen, setChosen] = useState<string | null>(null);
  const edited = found.value?.version === chosen ? null : offeredFor(found.value, answers);

  async function settle({ version }: EditedDraft, choice: EditedDraftChoice): Promise<void> {
    const result = await call('editedDraft.settle', { ...place, version, choice });
    if (!result.ok) {
      setChosen(null);
      toast({ text: errorWords(result.error).what });
    } else if (choice === 'kept') toast({ text: t('edited.kept') });
    found.reload();
  }

  return {
    edited,
    error: found.error,
    take() {
      if (edited === null) return;
      setChosen(edited.version);
      quote.markOffered();
      draft.write(takeWords(draft.content, edited));
      editor.current?.focus();
      void draft.flush().then(() => {
        // Where it could not be stored it is still in Drafts, and must stay there.
        if (unsavedDrafts.find({ ...place, kind }) === null) return settle(edited, 'taken');
        setChosen(null);
      });
    },
    keep() {
      if (edited === null) return;
      setChosen(edited.version);
      editor.current?.focus();
      void settle(edited, 'kept');
    },
  };
}
