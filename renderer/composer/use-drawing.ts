import { useEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';
import { createAfterFrame } from './after-frame.ts';

/** What may act on a text: nothing of it finds the window without a sign that was typed before. */
const acts = ['keydown', 'pointerdown', 'click', 'drop', 'paste'] as const;

type Drawing = {
  readonly show: () => void;
  /** The field shows a sign by itself: all else of the composer follows when that is on screen. */
  readonly showAfterFrame: () => void;
};

/** Draws a component again that keeps what it shows in a ref. */
export function useDrawing(): Drawing {
  const [, show] = useReducer((drawings: number) => drawings + 1, 0);
  const [later] = useState(() => createAfterFrame(show));
  useEffect(() => {
    const hurry = () => {
      if (later.isAsked()) flushSync(later.hurry);
    };
    for (const act of acts) window.addEventListener(act, hurry, true);
    return () => {
      for (const act of acts) window.removeEventListener(act, hurry, true);
    };
  }, [later]);
  return { show, showAfterFrame: later.ask };
}
