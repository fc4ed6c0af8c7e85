import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import { emptyLetter } from '../../../shared/model/letter-content.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { takeInHand } from '../../drafts-in-hand.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useToast } from '../../ui/toast.tsx';
import { createDraftKeeper, type DraftState } from '../draft-keeper.ts';

export type NoteDraftQuestion = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly draft: Draft | null;
};

/** As the draft of a reply. In ms. */
const waitMs = 500;
const longestWaitMs = 1000;

/** The words of a note that is being written: stored within a second, and at once when it is left. */
export function useNoteDraft({ sectionId, conversationId, draft }: NoteDraftQuestion) {
  const { t } = useTranslation('state');
  const errorWords = useErrorWords();
  const toast = useToast();
  const [text, setText] = useState(draft?.text ?? '');
  const [state, setState] = useState<DraftState>({ kind: draft === null ? 'untouched' : 'saved' });
  const isShown = useRef(true);
  const onState = useRef((_: DraftState) => {});
  onState.current = (next) => {
    if (isShown.current) setState(next);
    else if (next.kind === 'failed')
      toast({ text: t('note.unsaved', { what: errorWords(next.error).what }) });
  };
  const [keeper] = useState(() =>
    createDraftKeeper({
      save: (content) =>
        call('draft.save', {
          sectionId,
          conversationId,
          kind: 'note',
          content,
          messageId: null,
        }),
      onState: (next) => onState.current(next),
      waitMs,
      longestWaitMs,
    }),
  );

  useEffect(() => {
    isShown.current = true;
    const letGo = takeInHand(keeper.flush);
    const flush = () => void keeper.flush();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      isShown.current = false;
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      void keeper.flush().finally(letGo);
    };
  }, [keeper]);

  return {
    text,
    state,
    write(next: string) {
      setText(next);
      keeper.changed({ ...emptyLetter, text: next });
    },
    flush: keeper.flush,
    /** The note is in the conversation: no save of it comes after. */
    forget: keeper.forget,
  };
}
