import type { Shortcut } from '../ui/shortcut.ts';

/** The shortcuts of the shell; those of the list and the reading pane live with them. */
export const shortcuts = {
  firstSection: { key: '1', command: true },
  secondSection: { key: '2', command: true },
  thirdSection: { key: '3', command: true },
  settings: { key: ',', command: true },
  lock: { key: 'l', command: true },
  help: { key: '?' },
  nextPane: { key: 'F6' },
  previousPane: { key: 'F6', shift: true },
} as const satisfies Readonly<Record<string, Shortcut>>;
