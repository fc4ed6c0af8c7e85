import { matchesShortcut } from '../../shared/shortcut.ts';
import { isMac } from '../ui/is-mac.ts';

type Press = Parameters<typeof matchesShortcut>[1];

/** What a key press asks of the history; null for nothing. */
export function undoKey(press: Press): 'undo' | 'redo' | null {
  const is = (key: string, shift: boolean) =>
    matchesShortcut({ key, command: true, shift }, press, isMac());
  if (is('z', false)) return 'undo';
  return is('z', true) || (!isMac() && is('y', false)) ? 'redo' : null;
}
