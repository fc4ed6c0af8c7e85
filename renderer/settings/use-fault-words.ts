import { useTranslation } from 'react-i18next';
import type { KeyFault } from '../../shared/command-keys.ts';
import type { Shortcut } from '../../shared/shortcut.ts';
import { isMac } from '../ui/is-mac.ts';
import { shortcutLabel } from '../ui/shortcut.ts';
import { useCommandWords } from '../use-command-words.ts';

/** Why keys are refused, and what to do. */
export function useFaultWords(): (shortcut: Shortcut | null, fault: KeyFault | null) => string {
  const { t } = useTranslation('keyboard');
  const words = useCommandWords();
  const held = isMac() ? '⌘' : 'Ctrl';
  return (shortcut, fault) => {
    if (shortcut === null || fault === null) return t('fault.unusable', { command: held });
    const keys = shortcutLabel(shortcut, isMac());
    if (fault.kind === 'taken') return t('fault.taken', { keys, command: words(fault.by) });
    if (fault.kind === 'types') return t('fault.types', { keys, command: held });
    return t('fault.reserved', { keys });
  };
}
