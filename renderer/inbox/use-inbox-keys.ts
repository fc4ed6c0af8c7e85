import { useShortcut } from '../ui/use-shortcut.ts';
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
  useShortcut({ key: 'j' }, () => selected.move('next'));
  useShortcut({ key: 'k' }, () => selected.move('previous'));
  useShortcut({ key: 'o' }, onRead);
  useShortcut({ key: 'u' }, onToggleSeen);
  useShortcut({ key: '/' }, onSearch);
  useShortcut({ key: 'Escape' }, onClose);
}
