import { useTranslation } from 'react-i18next';
import type { CommandId } from '../shared/commands.ts';

/** What a command does, in words. */
export function useCommandWords(): (id: CommandId) => string {
  const { t } = useTranslation('keyboard');
  return (id) => t(`command.${id}`);
}
