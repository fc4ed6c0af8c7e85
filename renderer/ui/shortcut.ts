/** The part of a keyboard event that decides whether it is a shortcut. */
type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

export type Shortcut = {
  /** `KeyboardEvent.key`; letters in lower case. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly command?: boolean;
  readonly shift?: boolean;
};

/**
 * Whether a key press is this shortcut. Shift counts for named keys and letters only: which sign
 * needs Shift depends on the keyboard ("?" does on some and not on others).
 */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  const command = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (command !== (shortcut.command ?? false) || other || press.altKey) return false;
  if (press.key.toLowerCase() !== shortcut.key.toLowerCase()) return false;
  const isSign = press.key.length === 1 && press.key.toLowerCase() === press.key.toUpperCase();
  return isSign || press.shiftKey === (shortcut.shift ?? false);
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: 'Enter',
};

/** How a shortcut is printed: `⌘L` on a Mac, `Ctrl+L` elsewhere. */
export function shortcutLabel(shortcut: Shortcut, isMac: boolean): string {
  const key = keyNames[shortcut.key] ?? shortcut.key.toUpperCase();
  const command = shortcut.command ? [isMac ? '⌘' : 'Ctrl'] : [];
  const shift = shortcut.shift ? [isMac ? '⇧' : 'Shift'] : [];
  return [...command, ...shift, key].join(isMac ? '' : '+');
}
