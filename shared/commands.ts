import type { Shortcut } from './shortcut.ts';

/** Where a command works, and under which heading it is listed. */
export const commandGroups = [
  'everywhere',
  'list',
  'conversation',
  'composer',
  'members',
  'review',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Each is a screen of its own, and may have the same keys as another. */
const screens: readonly (readonly CommandGroup[])[] = [
  ['conversation', 'composer'],
  ['members'],
  ['review'],
];

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
  flag: { group: 'list', key: { key: 'i' } },
  junk: { group: 'list', key: { key: '!' } },
  reply: { group: 'conversation', key: { key: 'r' } },
  'reply-all': { group: 'conversation', key: { key: 'a' } },
  forward: { group: 'conversation', key: { key: 'f' } },
  canned: { group: 'conversation', key: { key: 'c' } },
  note: { group: 'conversation', key: { key: 'n' } },
  done: { group: 'conversation', key: { key: 'e' } },
  snooze: { group: 'conversation', key: { key: 's' } },
  archive: { group: 'conversation', key: { key: 'y' } },
  delete: { group: 'conversation', key: { key: '#' } },
  move: { group: 'conversation', key: { key: 'v' } },
  tag: { group: 'conversation', key: { key: 'l' } },
  'look-up-member': { group: 'conversation', key: { key: 'm' } },
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
  approve: { group: 'review', key: { key: 'a' } },
  reject: { group: 'review', key: { key: 'x' } },
  correct: { group: 'review', key: { key: 'c' } },
  'show-hidden': { group: 'review', key: { key: 'v' } },
  'select-clean': { group: 'review', key: { key: 's' } },
  'undo-decision': { group: 'review', key: { key: 'b' } },
  'send-decision': {
    group: 'review',
    key: { key: 'Enter', command: true },
    inTextFields: true,
    inDialogs: true,
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof all;

export const commandIds = Object.keys(all) as CommandId[];
export const commands: Readonly<Record<CommandId, Command>> = all;

/** Whether two commands are never on one screen. */
export function areApart(one: CommandId, other: CommandId): boolean {
  const screenOf = (id: CommandId) =>
    screens.find((groups) => groups.includes(commands[id].group)) ?? null;
  const [first, second] = [screenOf(one), screenOf(other)];
  return first !== null && second !== null && first !== second;
}
