import type { Shortcut } from '../../shared/shortcut.ts';

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** How a shortcut is printed: `⌘L` on a Mac, `Ctrl+L` elsewhere. */
export function shortcutLabel(shortcut: Shortcut, isMac: boolean): string {
  const key = keyNames[shortcut.key] ?? printed(shortcut.key);
  const command = shortcut.command ? [isMac ? '⌘' : 'Ctrl'] : [];
  const shift = shortcut.shift ? [isMac ? '⇧' : 'Shift'] : [];
  return [...command, ...shift, key].join(isMac ? '' : '+');
}

/** How assistive technology is told of it (WAI-ARIA 1.2, `aria-keyshortcuts`). */
export function ariaShortcut(shortcut: Shortcut, isMac: boolean): string {
  const command = shortcut.command ? [isMac ? 'Meta' : 'Control'] : [];
  const shift = shortcut.shift ? ['Shift'] : [];
  return [...command, ...shift, shortcut.key].join('+');
}

function printed(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
