import { type CommandId, commands } from '../shared/commands.ts';
import { useCommandKeys } from './command-keys.ts';
import { useShortcut } from './ui/use-shortcut.ts';

type CommandOptions = { readonly isDisabled?: boolean };

/** Has a command do this while the component is shown, by whatever key it has now. */
export function useCommand(
  id: CommandId,
  onCall: () => void,
  { isDisabled = false }: CommandOptions = {},
): void {
  const keys = useCommandKeys();
  const { inTextFields = false, inDialogs = false } = commands[id];
  useShortcut(keys[id], onCall, { isDisabled, inTextFields, inDialogs });
}
