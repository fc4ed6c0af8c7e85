import { useEffect, useRef } from 'react';
import { type Shortcut, shortcutOf } from '../../shared/shortcut.ts';
import { createCompositionGuard } from '../ui/composition-guard.ts';
import { isMac } from '../ui/is-mac.ts';

type Recorder = {
  /** Null for keys that cannot be a shortcut. */
  readonly onPress: (shortcut: Shortcut | null) => void;
  readonly onCancel: () => void;
};

const alone = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/**
 * While it records, the next keys are an answer and nothing else: no command, button or field hears
 * of them. Escape and Tab give up, and keys of an input method are not for it.
 */
export function useKeyRecorder(isRecording: boolean, recorder: Recorder): void {
  const latest = useRef(recorder);
  useEffect(() => {
    latest.current = recorder;
  });
  useEffect(() => {
    if (!isRecording) return;
    const guard = createCompositionGuard();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Tab') {
        latest.current.onCancel();
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (guard.isInputMethod(event) || alone.has(event.key) || event.repeat) return;
      if (event.key === 'Escape') latest.current.onCancel();
      else latest.current.onPress(shortcutOf(event, isMac()));
    };
    // The release of Enter or blank would press the button that began it once more.
    const onKeyUp = (event: KeyboardEvent) => event.stopImmediatePropagation();
    const onLeave = () => latest.current.onCancel();
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('keyup', onKeyUp, true);
    window.addEventListener('blur', onLeave);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('keyup', onKeyUp, true);
      window.removeEventListener('blur', onLeave);
    };
  }, [isRecording]);
}
