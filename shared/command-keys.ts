import { areApart, type CommandId, commandIds, commands } from './commands.ts';
import { isSameShortcut, Shortcut } from './shortcut.ts';

/** What staff chose, by command; whatever is not here has its default. */
export type ChosenKeys = Readonly<Partial<Record<CommandId, Shortcut>>>;

/** The key of each command as it is now. */
export type CommandKeys = Readonly<Record<CommandId, Shortcut>>;

/** Why a command cannot have a key: another has it, the system or an editor has it, or it types. */
export type KeyFault =
  | { readonly kind: 'taken'; readonly by: CommandId }
  | { readonly kind: 'reserved' | 'types' };

/** Held down with Ctrl or Cmd: what Electron's menu, text fields and the systems do with them. */
const reservedWithCommand = new Set([
  ...['a', 'c', 'x', 'v', 'z', 'y', 'b', 'i', 'u', 'k', 'q', 'w', 'm', 'h', 'r'],
  ...['+', '-', '=', '_', '0', ' ', '`', 'Tab', 'F1', 'F2', 'F3', 'F4', 'F5', 'F10', 'F11', 'F12'],
]);
/** What the desktop, the menu or a screen reader takes by itself. */
const reservedAlone = new Set(['F1', 'F10', 'F11', 'F12']);

export function keysOf(chosen: ChosenKeys): CommandKeys {
  const keys = commandIds.map((id) => [id, chosen[id] ?? commands[id].key]);
  return Object.fromEntries(keys) as CommandKeys;
}

/** What is wrong with a key for a command, the others being as they are; null when nothing is. */
export function faultOf(id: CommandId, shortcut: Shortcut, keys: CommandKeys): KeyFault | null {
  const isFunctionKey = /^F\d/.test(shortcut.key);
  const isPrinted = shortcut.key.length === 1;
  const withCommand = shortcut.command ?? false;
  if (withCommand ? isReservedWithCommand(shortcut) : reservedAlone.has(shortcut.key))
    return { kind: 'reserved' };
  // Enter, Escape, the arrows and their like are the list's, the buttons' and the text's own.
  if (!isFunctionKey && !isPrinted && !(withCommand && shortcut.key === 'Enter'))
    return { kind: 'reserved' };
  if (commands[id].inTextFields && !withCommand && !isFunctionKey) return { kind: 'types' };
  const by = commandIds.find(
    (other) => other !== id && !areApart(id, other) && isSameShortcut(keys[other], shortcut),
  );
  return by === undefined ? null : { kind: 'taken', by };
}

function isReservedWithCommand({ key, shift }: Shortcut): boolean {
  // With Shift this one is free: mail programs attach by it.
  if (shift && key === 'a') return false;
  return reservedWithCommand.has(key.length === 1 ? key.toLowerCase() : key);
}

/**
 * The chosen keys that can stand, from whatever a file holds: what is unknown, broken or in the way
 * of another falls back to the default.
 */
export function readChosenKeys(stored: unknown): ChosenKeys {
  let chosen: ChosenKeys = {};
  for (const id of commandIds) {
    const value = (stored as Readonly<Record<string, unknown>> | null | undefined)?.[id];
    const parsed = Shortcut.safeParse(value);
    if (parsed.success && !isSameShortcut(parsed.data, commands[id].key))
      chosen = { ...chosen, [id]: parsed.data };
  }
  for (;;) {
    const keys = keysOf(chosen);
    // Two commands may have changed places: only all of them together tell.
    const wrong = commandIds.find((id) => {
      const key = chosen[id];
      return key !== undefined && faultOf(id, key, keys) !== null;
    });
    if (wrong === undefined) return chosen;
    const { [wrong]: _, ...rest } = chosen;
    chosen = rest;
  }
}
