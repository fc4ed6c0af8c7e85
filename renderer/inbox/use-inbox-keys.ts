import { useShortcut } from '../ui/use-shortcut.ts';
import { useCommand } from '../use-command.ts';
import type { SelectionHandle } from './use-selection.ts';

type InboxKeys = {
  readonly selected: SelectionHandle;
  readonly onRead: () => void;
  readonly onToggleSeen: () => void;
  readonly onSearch: () => void;
  readonly onClose: () => void;
};

/** The keys of the list, from anywhere in the window but text fields. */
export function useInboxKeys({
  selected,
  onRead,
  onToggleSeen,
  onSearch,
  onClose,
}: InboxKeys): void {
  useCommand('next-conversation', () => selected.move('next'));
  useCommand('previous-conversation', () => selected.move('previous'));
  useCommand('read', onRead);
  useCommand('mark-unread', onToggleSeen);
  useCommand('search', onSearch);
  useCommand('search-mail', onSearch);
  useShortcut({ key: 'Escape' }, onClose);
}
