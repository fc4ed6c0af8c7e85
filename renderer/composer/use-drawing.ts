import { useEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';
import { createPause, type Pause } from './pause.ts';

/** What may act on a text: nothing of it finds the window without a sign that was typed before. */
const acts = ['keydown', 'pointerdown', 'click', 'drop', 'paste'] as const;

/** A pause of 100 ms is the end of a word to whoever watches. */
const waits = { waitMs: 100, longestWaitMs: 1000 };

type Drawing = {
  readonly show: () => void;
  /** The field shows a sign by itself: all else of the composer follows at the next pause. */
  readonly showAfterTyping: () => void;
};

/** Draws a component again that keeps what it shows in a ref. */
export function useDrawing(): Drawing {
  const [, show] = useReducer((drawings: number) => drawings + 1, 0);
  const [later] = useState(() => createIdlePause(show));
  useEffect(() => {
    const hurry = (event: Event) => {
      if (later.isAsked() && !isTyping(event)) flushSync(later.hurry);
    };
    for (const act of acts) window.addEventListener(act, hurry, true);
    return () => {
      for (const act of acts) window.removeEventListener(act, hurry, true);
    };
  }, [later]);
  return { show, showAfterTyping: later.ask };
}

/** As a pause, but between two frames: a drawing right before a key would have its sign a frame late. */
function createIdlePause(work: () => void): Pick<Pause, 'ask' | 'isAsked' | 'hurry'> {
  let idle: number | undefined;
  const act = () => {
    if (idle !== undefined) cancelIdleCallback(idle);
    idle = undefined;
    work();
  };
  const pause = createPause(waits, () => {
    idle ??= requestIdleCallback(act, { timeout: waits.waitMs });
  });
  return {
    ask: pause.ask,
    isAsked: () => pause.isAsked() || idle !== undefined,
    hurry() {
      pause.cancel();
      act();
    },
  };
}

/** One more sign, or one less, in the field itself: it acts on nothing else. */
function isTyping(event: Event): boolean {
  if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  const { target, key, isComposing } = event;
  const isField =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable);
  return (
    isField && (isComposing || [...key].length === 1 || key === 'Backspace' || key === 'Process')
  );
}
