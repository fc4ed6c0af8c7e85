import { type RefObject, useLayoutEffect, useRef } from 'react';
import { matchesShortcut } from '../../shared/shortcut.ts';
import { useCommandKeys } from '../command-keys.ts';
import { createCompositionGuard } from '../ui/composition-guard.ts';
import { isMac } from '../ui/is-mac.ts';

type Keys = {
  readonly onSend: () => void;
  /** Left out, as what follows, where the form has no such thing. */
  readonly onSendAndDone?: () => void;
  readonly onClose: () => void;
  readonly onEnlarge?: () => void;
};

/**
 * The keys of the form, whatever in it has the focus: those of Send send, Escape closes, and one
 * gives it the whole pane. While an input method composes they belong to it: Enter takes a candidate
 * and Escape drops one.
 */
export function useComposerKeys(form: RefObject<HTMLElement | null>, keys: Keys): void {
  const commandKeys = useCommandKeys();
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
      const { onSend, onSendAndDone, onClose, onEnlarge } = latest.current;
      const all = [
        { key: commandKeys.send, act: onSend },
        { key: commandKeys['send-and-done'], act: onSendAndDone },
        { key: commandKeys.enlarge, act: onEnlarge },
        { key: { key: 'Escape' }, act: onClose },
      ];
      const act = all.find(({ key }) => matchesShortcut(key, event, isMac()))?.act;
      if (act === undefined) return;
      // The list behind listens for Escape too: one press closes one thing.
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    element.addEventListener('compositionend', onCompositionEnd);
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('compositionend', onCompositionEnd);
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [form, commandKeys]);
}
