import { useEffect, useRef, useState } from 'react';
import { type AppError, type Result, success } from '../../shared/errors.ts';
import type { ConversationId } from '../../shared/ids.ts';
import type { Draft, LetterKind } from '../../shared/model/draft.ts';
import { emptyLetter, type LetterContent } from '../../shared/model/letter-content.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { takeInHand } from '../drafts-in-hand.ts';
import { createDraftKeeper, type DraftState } from './draft-keeper.ts';
import {
  type Caret,
  createUndoHistory,
  type Edit,
  type Moment,
  type Written,
} from './undo-history.ts';
import { unsavedDrafts } from './unsaved-drafts.ts';
import { useDrawing } from './use-drawing.ts';

const waitMs = 500;
const longestWaitMs = 1000;

type Question = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly kind: LetterKind;
  /** What a reply answers that has no target of its own yet. */
  readonly target: ReplyTarget;
  readonly draft: Draft | null;
};

export type DraftHandle = {
  readonly text: string;
  /** All that is kept of it; `text` is its text. */
  readonly content: LetterContent;
  readonly state: DraftState;
  /** What the text was written to answer: it stays that, whoever writes next. Null for no text. */
  readonly held: ReplyTarget | null;
  /** What staff wrote: shown and, a moment later, stored. A target given turns it to that one. */
  readonly write: (written: Partial<Written>, target?: ReplyTarget, edit?: Edit) => void;
  /** As `write`, for what else a letter holds: Undo does not take it back. */
  readonly change: (part: Partial<LetterContent>, target?: ReplyTarget) => void;
  /** Shown, but not worth storing by itself: the quote that a reply starts with. */
  readonly prefill: (written: Written) => void;
  /** Where Undo and Redo put the caret; null when they did not. */
  readonly caret: Caret | null;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly flush: () => Promise<void>;
  /** The text was sent: an empty page, and no save that comes after. */
  readonly forget: () => Promise<void>;
  /** As `forget`, and out of the store. Where that fails the text stays. */
  readonly discard: () => Promise<Result<null>>;
};

/**
 * The text of a letter, from the stored draft and back into it. It is stored half a second after
 * the last key, each second while keys follow, and at once when the field, the window or the
 * conversation is left. `onUnsaved` hears of a failure when no composer is left to show it.
 */
export function useDraft(
  { sectionId, conversationId, kind, target, draft }: Question,
  onUnsaved: (error: AppError) => void,
): DraftHandle {
  const place = { sectionId, conversationId, kind };
  const [rescued] = useState(() => unsavedDrafts.find(place));
  const [first] = useState(() => rescued?.content ?? letterOf(draft));
  // Two changes may come before the next drawing.
  const newest = useRef(first);
  const { show, showAfterTyping } = useDrawing();
  const [caret, setCaret] = useState<Caret | null>(null);
  const [history] = useState(createUndoHistory);
  const [held, setHeld] = useState(rescued?.target ?? (draft === null ? null : target));
  const [firstState] = useState<DraftState>({
    kind: rescued !== null ? 'unsaved' : draft === null ? 'untouched' : 'saved',
  });
  const standing = useRef(firstState);
  const isShown = useRef(true);
  const answered = useRef(target);
  answered.current = held ?? target;
  const tellUnsaved = useRef(onUnsaved);
  tellUnsaved.current = onUnsaved;
  const [keeper] = useState(() =>
    createDraftKeeper({
      save: async (unsaved) => {
        const answers = answered.current;
        const { messageId } = answers;
        const result = await call('draft.save', {
          ...place,
          content: unsaved,
          messageId,
        });
        if (result.ok) unsavedDrafts.drop(place);
        else unsavedDrafts.keep(place, { content: unsaved, target: answers });
        return result;
      },
      onState: (next) => {
        if (isShown.current) setState(next);
        else if (next.kind === 'failed') tellUnsaved.current(next.error);
      },
      waitMs,
      longestWaitMs,
    }),
  );

  useEffect(() => {
    isShown.current = true;
    if (rescued !== null) keeper.changed(rescued.content);
    const letGo = takeInHand(keeper.flush);
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
      void keeper.flush().finally(letGo);
    };
  }, [keeper, rescued]);

  // A reply taken back from the outbox, or a discarded draft brought back, comes in from outside.
  // It never takes the place of something that is being written here, and what was stored before
  // this text was sent or thrown away is old news.
  const [stored, setStored] = useState(draft);
  const [forgottenAt, setForgottenAt] = useState(0);
  if (draft?.savedAt !== stored?.savedAt) {
    setStored(draft);
    if (draft !== null && draft.savedAt > forgottenAt && standing.current.kind === 'untouched') {
      setContent(letterOf(draft));
      history.clear();
      setHeld(target);
      setState({ kind: 'saved' });
    } else if (
      draft === null &&
      standing.current.kind === 'saved' &&
      newest.current.text === stored?.text
    ) {
      // What came in from the store has left it: the reply was sent.
      setContent(emptyLetter);
      setHeld(null);
      setState({ kind: 'untouched' });
    }
  }

  function setState(next: DraftState) {
    const last = standing.current.kind;
    standing.current = next;
    // Each second of typing has a save: that it goes well is no news to be drawn between two keys.
    if (goesWell.has(last) && goesWell.has(next.kind)) {
      if (last !== next.kind) showAfterTyping();
    } else show();
  }

  function setContent(next: LetterContent, isTyped = false) {
    newest.current = next;
    if (isTyped) showAfterTyping();
    else show();
  }

  function write(written: Partial<Written>, turnedTo?: ReplyTarget, edit: Edit = oneStep) {
    const from = newest.current;
    history.record(from, { ...from, ...written }, edit, performance.now());
    change(written, turnedTo, edit.kind !== 'step');
    // Undo must not bring back what another reader said.
    if (turnedTo !== undefined) history.clear();
  }

  function goTo(moment: Moment | null) {
    if (moment === null) return;
    const { text: words, html, quote } = moment.written;
    setCaret(moment.caret === null ? null : { ...moment.caret });
    change({ text: words, html, quote });
  }

  function change(part: Partial<LetterContent>, turnedTo?: ReplyTarget, isTyped = false) {
    const answers = turnedTo ?? held ?? target;
    const next = { ...newest.current, ...part };
    // At once: a save may come before the next drawing.
    answered.current = answers;
    setHeld(answers);
    setContent(next, isTyped);
    keeper.changed(next);
  }

  async function forget() {
    setContent(emptyLetter);
    history.clear();
    setHeld(null);
    setForgottenAt(Date.now());
    await keeper.forget();
    unsavedDrafts.drop(place);
  }

  async function discard() {
    // A save that is under way must not come after.
    await keeper.forget();
    const result = await call('draft.save', {
      ...place,
      content: emptyLetter,
      messageId: null,
    });
    if (result.ok) {
      await forget();
      return success(null);
    }
    change({});
    return result;
  }

  return {
    // Whoever looks between a key and its drawing has what was typed.
    get text() {
      return newest.current.text;
    },
    get content() {
      return newest.current;
    },
    get state() {
      return standing.current;
    },
    held,
    write,
    change,
    prefill: (written) => setContent({ ...newest.current, ...written }),
    caret,
    undo: () => goTo(history.undo()),
    redo: () => goTo(history.redo()),
    flush: keeper.flush,
    forget,
    discard,
  };
}

const goesWell: ReadonlySet<DraftState['kind']> = new Set(['unsaved', 'saving', 'saved']);

const oneStep: Edit = { kind: 'step', before: null, after: null };

function letterOf(draft: Draft | null): LetterContent {
  if (draft === null) return emptyLetter;
  const { text, html, cc, bcc, quote } = draft;
  return { text, html, cc, bcc, quote };
}
