import { useLayoutEffect, useRef } from 'react';
import { matchesShortcut, type Shortcut } from '../../shared/shortcut.ts';
import { createCompositionGuard } from './composition-guard.ts';
import { isMac } from './is-mac.ts';

type ShortcutOptions = {
  readonly isDisabled?: boolean;
  /** Works in text fields too; only for shortcuts with Ctrl/Cmd and for function keys. */
  readonly inTextFields?: boolean;
  /** Works while a dialog is open too. */
  readonly inDialogs?: boolean;
};

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file'].includes(target.type)
  );
}

/**
 * Calls `onPress` for a key press anywhere in the window. Presses that belong to an input method are
 * left alone, and so are those in text fields and open dialogs unless the options say otherwise.
 */
export function useShortcut(
  shortcut: Shortcut,
  onPress: () => void,
  { isDisabled = false, inTextFields = false, inDialogs = false }: ShortcutOptions = {},
): void {
  const latest = useRef(onPress);
  useLayoutEffect(() => {
    latest.current = onPress;
  });
  const { key, command = false, shift = false } = shortcut;

  useLayoutEffect(() => {
    if (isDisabled) return;
    const guard = createCompositionGuard();
    const onCompositionEnd = (event: CompositionEvent) => guard.ended(event.timeStamp);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || guard.isInputMethod(event)) return;
      if (!matchesShortcut({ key, command, shift }, event, isMac())) return;
      if (!inTextFields && isTextField(event.target)) return;
      if (!inDialogs && document.querySelector('[role=dialog],[role=alertdialog]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('compositionend', onCompositionEnd, true);
    // A date field keeps Enter for itself, whatever is held with it.
    const isFirst = command && key === 'Enter';
    document.addEventListener('keydown', onKeyDown, isFirst);
    return () => {
      document.removeEventListener('compositionend', onCompositionEnd, true);
      document.removeEventListener('keydown', onKeyDown, isFirst);
    };
  }, [key, command, shift, isDisabled, inTextFields, inDialogs]);
}
