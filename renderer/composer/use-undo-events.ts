import { type RefObject, useLayoutEffect, useRef } from 'react';
import { undoKey } from './undo-key.ts';

type UndoEvents = { readonly onUndo: () => void; readonly onRedo: () => void };

/** Undo and Redo, by key and from the menu, are those of the letter and not of the browser's field. */
export function useUndoEvents(field: RefObject<HTMLElement | null>, events: UndoEvents): void {
  const latest = useRef(events);
  useLayoutEffect(() => {
    latest.current = events;
  });
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    const go = (event: Event, way: 'undo' | 'redo') => {
      event.preventDefault();
      event.stopPropagation();
      if (way === 'undo') latest.current.onUndo();
      else latest.current.onRedo();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const way = event.isComposing ? null : undoKey(event);
      if (way !== null) go(event, way);
    };
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === 'historyUndo') go(event, 'undo');
      if (event.inputType === 'historyRedo') go(event, 'redo');
    };
    // Before the field itself sees them.
    element.addEventListener('keydown', onKeyDown, true);
    element.addEventListener('beforeinput', onBeforeInput, true);
    return () => {
      element.removeEventListener('keydown', onKeyDown, true);
      element.removeEventListener('beforeinput', onBeforeInput, true);
    };
  }, [field]);
}
