import type { SectionId } from '../../shared/model/section.ts';
import { focusNextPane } from '../ui/pane.ts';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useEvent } from '../use-event.ts';
import type { Screen } from './screen.ts';
import { shortcuts } from './shortcuts.ts';

type ShellShortcuts = {
  readonly sectionIds: readonly SectionId[];
  readonly screen: Screen;
  readonly onOpen: (screen: Screen) => void;
  readonly onHelp: () => void;
  readonly onLock: () => void;
};

/** The keys that work on every screen, and the menu items that do the same. */
export function useShellShortcuts({ sectionIds, screen, onOpen, onHelp, onLock }: ShellShortcuts) {
  const openAt = (index: number) => {
    const sectionId = sectionIds[index];
    if (sectionId !== undefined) onOpen({ kind: 'inbox', sectionId });
  };
  const openNext = () => {
    const current = screen.kind === 'settings' ? -1 : sectionIds.indexOf(screen.sectionId);
    openAt((current + 1) % Math.max(1, sectionIds.length));
  };
  const openSettings = () => onOpen({ kind: 'settings', page: { kind: 'general' } });

  useShortcut(shortcuts.firstSection, () => openAt(0), { inTextFields: true });
  useShortcut(shortcuts.secondSection, () => openAt(1), { inTextFields: true });
  useShortcut(shortcuts.thirdSection, () => openAt(2), { inTextFields: true });
  useShortcut(shortcuts.settings, openSettings, { inTextFields: true });
  useShortcut(shortcuts.lock, onLock, { inTextFields: true, inDialogs: true });
  useShortcut(shortcuts.help, onHelp);
  useShortcut(shortcuts.nextPane, () => focusNextPane(1), { inTextFields: true });
  useShortcut(shortcuts.previousPane, () => focusNextPane(-1), { inTextFields: true });

  useEvent('menu.chosen', ({ item }) => {
    if (item === 'settings') openSettings();
    if (item === 'lock') onLock();
    if (item === 'next-section') openNext();
  });
}
