import type { LetterContent } from '../../shared/model/letter-content.ts';

/** What Undo is about: the letter, not whom it goes to. */
export type Written = Pick<LetterContent, 'text' | 'html' | 'quote'>;

/** Where the caret stands: offsets in plain text, positions in rich text. */
export type Caret = { readonly start: number; readonly end: number };

export type Moment = { readonly written: Written; readonly caret: Caret | null };

export type Edit = {
  /** Keys that follow each other are one step, as long as they do the same. */
  readonly kind: 'typing' | 'deleting' | 'step';
  readonly before: Caret | null;
  readonly after: Caret | null;
};

export type UndoHistory = {
  /** `at` in ms. */
  readonly record: (from: Written, to: Written, edit: Edit, at: number) => void;
  /** What stood there before the last step; null when there is none. */
  readonly undo: () => Moment | null;
  readonly redo: () => Moment | null;
  /** Another letter. */
  readonly clear: () => void;
};

/** A pause of this long ends a step, in ms. */
const pauseMs = 1000;

const mostSteps = 500;
/** Characters: the whole text is kept at each step, and a letter may be long. */
const mostKept = 20_000_000;

type Step = { readonly from: Moment; to: Moment };

/**
 * One history for both kinds of text: the browser's own knows nothing of what comes from outside the
 * field, and ends where another field takes its place.
 */
export function createUndoHistory(): UndoHistory {
  let past: Step[] = [];
  let future: Step[] = [];
  let open: { readonly kind: Edit['kind']; readonly at: number } | null = null;

  function trim(): void {
    let kept = 0;
    const first = past.findLastIndex(({ from }, index) => {
      kept += from.written.text.length + (from.written.html?.length ?? 0);
      return past.length - index > mostSteps || (kept > mostKept && index < past.length - 1);
    });
    past = past.slice(first + 1);
  }

  return {
    record(from, to, { kind, before, after }, at) {
      const last = past.at(-1);
      const goesOn = kind !== 'step' && open?.kind === kind && at - open.at < pauseMs;
      const moment = { written: to, caret: after };
      if (goesOn && last !== undefined && future.length === 0) last.to = moment;
      else past.push({ from: { written: from, caret: before }, to: moment });
      future = [];
      open = { kind, at };
      trim();
    },
    undo() {
      const step = past.pop();
      open = null;
      if (step === undefined) return null;
      future.push(step);
      return step.from;
    },
    redo() {
      const step = future.pop();
      open = null;
      if (step === undefined) return null;
      past.push(step);
      return step.to;
    },
    clear() {
      past = [];
      future = [];
      open = null;
    },
  };
}
