import { useEffect, useRef, useState } from 'react';
import type { ConversationId, MessageId } from '../../shared/ids.ts';
import type { Draft } from '../../shared/model/draft.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { createDraftKeeper, type DraftState } from './draft-keeper.ts';

const waitMs = 500;

type Question = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly target: { readonly messageId: MessageId };
  readonly draft: Draft | null;
};

type DraftHandle = {
  readonly text: string;
  readonly state: DraftState;
  /** What staff wrote: shown and, a moment later, stored. */
  readonly write: (text: string) => void;
  /** Shown, but not worth storing by itself: the quote that a reply starts with. */
  readonly prefill: (text: string) => void;
  readonly flush: () => Promise<void>;
  /** The text was sent or thrown away: an empty page, and no save that comes after. */
  readonly forget: () => Promise<void>;
};

/**
 * The text of the reply, from the stored draft and back into it. It is stored half a second after
 * the last key, and at once when the field, the window or the conversation is left.
 */
export function useDraft({ sectionId, conversationId, target, draft }: Question): DraftHandle {
  const [text, setText] = useState(draft?.text ?? '');
  const [state, setState] = useState<DraftState>({ kind: draft === null ? 'untouched' : 'saved' });
  const isShown = useRef(true);
  const answered = useRef(target.messageId);
  answered.current = target.messageId;
  const [keeper] = useState(() =>
    createDraftKeeper({
      save: (newest) =>
        call('draft.save', {
          sectionId,
          conversationId,
          text: newest,
          messageId: answered.current,
        }),
      onState: (next) => {
        if (isShown.current) setState(next);
      },
      waitMs,
    }),
  );

  useEffect(() => {
    isShown.current = true;
    const leave = () => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    const flush = () => void keeper.flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      isShown.current = false;
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      void keeper.flush();
    };
  }, [keeper]);

  // A reply taken back from the outbox, or a discarded draft brought back, comes in from outside.
  // It never takes the place of something that is being written here, and what was stored before
  // this text was sent or thrown away is old news.
  const [stored, setStored] = useState(draft);
  const [forgottenAt, setForgottenAt] = useState(0);
  if (draft?.savedAt !== stored?.savedAt) {
    setStored(draft);
    if (draft !== null && draft.savedAt > forgottenAt && state.kind === 'untouched') {
      setText(draft.text);
      setState({ kind: 'saved' });
    } else if (draft === null && state.kind === 'saved' && text === stored?.text) {
      // What came in from the store has left it: the reply was sent.
      setText('');
      setState({ kind: 'untouched' });
    }
  }

  return {
    text,
    state,
    write: (next) => {
      setText(next);
      keeper.changed(next);
    },
    prefill: setText,
    flush: keeper.flush,
    forget: async () => {
      setText('');
      setForgottenAt(Date.now());
      await keeper.forget();
    },
  };
}
