import { type RefObject, useLayoutEffect, useRef } from 'react';
import { matchesShortcut } from '../../shared/shortcut.ts';
import { useCommandKeys } from '../command-keys.ts';
import { createCompositionGuard } from '../ui/composition-guard.ts';
import { isMac } from '../ui/is-mac.ts';

type Keys = {
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly onEnlarge?: () => void;
};

/**
 * The keys of the form, whatever in it has the focus: that of Send sends, Escape closes, and one
 * gives it the whole pane. While an input method composes both belong to it: Enter takes a candidate and Escape drops one.
 */
export function useComposerKeys(form: RefObject<HTMLElement | null>, keys: Keys): void {
  const { send, enlarge } = useCommandKeys();
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    const element = form.current;
    if (element === null) return;
    const guard = createCompositionGuard();
    const onCompositionEnd = (event: CompositionEvent) => guard.ended(event.timeStamp);
    const onKeyDown = (event: KeyboardEvent) => {
      if (guard.isInputMethod(event)) return;
      const isSend = matchesShortcut(send, event, isMac());
      const isClose = matchesShortcut({ key: 'Escape' }, event, isMac());
      const isEnlarge =
        latest.current.onEnlarge !== undefined && matchesShortcut(enlarge, event, isMac());
      if (!isSend && !isClose && !isEnlarge) return;
      // The list behind listens for Escape too: one press closes one thing.
      event.preventDefault();
      event.stopPropagation();
      if (isSend) latest.current.onSend();
      else if (isClose) latest.current.onClose();
      else latest.current.onEnlarge?.();
    };
    element.addEventListener('compositionend', onCompositionEnd);
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('compositionend', onCompositionEnd);
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [form, send, enlarge]);
}
