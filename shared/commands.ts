import type { Shortcut } from './shortcut.ts';

/** Where a command works, and under which heading it is listed. */
export const commandGroups = ['everywhere', 'list', 'conversation', 'composer', 'members'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** On other screens than the commands of members, which may have the same keys. */
const ofMail: readonly CommandGroup[] = ['conversation', 'composer'];

type Command = {
  readonly group: CommandGroup;
  /** As long as staff choose no other. */
  readonly key: Shortcut;
  /** In text fields too: its key must be none that types. */
  readonly inTextFields?: true;
  readonly inDialogs?: true;
};

/**
 * Everything that a key does, in the order of the help. Escape, Tab, Enter, blank and the arrows are
 * not among them: they belong to whatever has the focus.
 */
const all = {
  'section-1': { group: 'everywhere', key: { key: '1', command: true }, inTextFields: true },
  'section-2': { group: 'everywhere', key: { key: '2', command: true }, inTextFields: true },
  'section-3': { group: 'everywhere', key: { key: '3', command: true }, inTextFields: true },
  'next-pane': { group: 'everywhere', key: { key: 'F6' }, inTextFields: true },
  'previous-pane': { group: 'everywhere', key: { key: 'F6', shift: true }, inTextFields: true },
  settings: { group: 'everywhere', key: { key: ',', command: true }, inTextFields: true },
  lock: {
    group: 'everywhere',
    key: { key: 'l', command: true },
    inTextFields: true,
    inDialogs: true,
  },
  help: { group: 'everywhere', key: { key: '?' } },
  'next-conversation': { group: 'list', key: { key: 'j' } },
  'previous-conversation': { group: 'list', key: { key: 'k' } },
  read: { group: 'list', key: { key: 'o' } },
  search: { group: 'list', key: { key: '/' } },
  'search-mail': { group: 'list', key: { key: 'f', command: true }, inTextFields: true },
  'undo-send': { group: 'list', key: { key: 'z' } },
  'mark-unread': { group: 'list', key: { key: 'u' } },
  reply: { group: 'conversation', key: { key: 'r' } },
  'reply-all': { group: 'conversation', key: { key: 'a' } },
  forward: { group: 'conversation', key: { key: 'f' } },
  canned: { group: 'conversation', key: { key: 'c' } },
  note: { group: 'conversation', key: { key: 'n' } },
  done: { group: 'conversation', key: { key: 'e' } },
  snooze: { group: 'conversation', key: { key: 's' } },
  print: { group: 'conversation', key: { key: 'p', command: true }, inTextFields: true },
  attach: {
    group: 'composer',
    key: { key: 'a', command: true, shift: true },
    inTextFields: true,
  },
  enlarge: {
    group: 'composer',
    key: { key: 'e', command: true, shift: true },
    inTextFields: true,
  },
  'insert-canned': { group: 'composer', key: { key: 'j', command: true }, inTextFields: true },
  send: { group: 'composer', key: { key: 'Enter', command: true }, inTextFields: true },
  'send-and-done': {
    group: 'composer',
    key: { key: 'Enter', command: true, shift: true },
    inTextFields: true,
  },
  'add-member': { group: 'members', key: { key: 'n' } },
  'edit-member': { group: 'members', key: { key: 'e' } },
  'find-duplicates': { group: 'members', key: { key: 'd' } },
  'save-member': { group: 'members', key: { key: 'Enter', command: true }, inTextFields: true },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof all;

export const commandIds = Object.keys(all) as CommandId[];
export const commands: Readonly<Record<CommandId, Command>> = all;

/** Whether two commands are never on one screen. */
export function areApart(one: CommandId, other: CommandId): boolean {
  const groups = [commands[one].group, commands[other].group];
  return groups.includes('members') && groups.some((group) => ofMail.includes(group));
}
