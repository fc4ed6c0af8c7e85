import type { Result } from '../../shared/errors.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import { createPause } from './pause.ts';

export type DraftState =
  | { readonly kind: 'untouched' | 'unsaved' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly error: Extract<Result<null>, { ok: false }>['error'] };

type Dependencies = {
  readonly save: (content: LetterContent) => Promise<Result<null>>;
  readonly onState: (state: DraftState) => void;
  /** How long after the last key a draft is stored, in ms. */
  readonly waitMs: number;
  /** How long the first key that is not stored may wait while others follow, in ms. */
  readonly longestWaitMs: number;
};

export type DraftKeeper = {
  readonly changed: (content: LetterContent) => void;
  /** Stores what is not stored yet, now; settles when nothing is on its way any more. */
  readonly flush: () => Promise<void>;
  /** Forgets what is not stored yet: the text was sent, or thrown away elsewhere. */
  readonly forget: () => Promise<void>;
};

/**
 * Stores a draft while it is written. Saves go one after the other, so that an older text never
 * overtakes a newer one; what a failed save held stays pending and goes with the next.
 */
export function createDraftKeeper({
  save,
  onState,
  waitMs,
  longestWaitMs,
}: Dependencies): DraftKeeper {
  let pending: LetterContent | null = null;
  let running: Promise<void> = Promise.resolve();
  /** Turns at each `forget`: a save that was under way then has no say any more. */
  let era = 0;

  async function store(): Promise<void> {
    if (pending === null) return;
    const content = pending;
    const started = era;
    pending = null;
    onState({ kind: 'saving' });
    const result = await save(content);
    if (started !== era) return;
    if (!result.ok) {
      pending ??= content;
      onState({ kind: 'failed', error: result.error });
    } else onState({ kind: pending === null ? 'saved' : 'unsaved' });
  }

  const pause = createPause({ waitMs, longestWaitMs }, () => void flush());

  function flush(): Promise<void> {
    pause.cancel();
    running = running.then(store);
    return running;
  }

  return {
    changed(content) {
      pending = content;
      onState({ kind: 'unsaved' });
      // Whoever types without a pause loses no more than the longest wait to a crash.
      pause.ask();
    },
    flush,
    forget() {
      pause.cancel();
      pending = null;
      era += 1;
      onState({ kind: 'untouched' });
      return running;
    },
  };
}
