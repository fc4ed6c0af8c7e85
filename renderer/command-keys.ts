import { createContext, useContext } from 'react';
import { type CommandKeys, keysOf } from '../shared/command-keys.ts';
import type { CommandId } from '../shared/commands.ts';
import { isMac } from './ui/is-mac.ts';
import { shortcutLabel } from './ui/shortcut.ts';

const CommandKeysContext = createContext<CommandKeys>(keysOf({}));

/** Tells everything below which keys staff chose. */
export const CommandKeysProvider = CommandKeysContext.Provider;

/** The key of each command, as it is now. */
export function useCommandKeys(): CommandKeys {
  return useContext(CommandKeysContext);
}

/** How the key of a command is printed now, for tooltips and hints. */
export function useKeyLabel(): (id: CommandId) => string {
  const keys = useCommandKeys();
  return (id) => shortcutLabel(keys[id], isMac());
}
