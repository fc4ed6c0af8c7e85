import { useEffect, useState } from 'react';
import type { SectionId } from '../../shared/model/section.ts';
import { focusNextPane } from '../ui/pane.ts';
import { useCommand } from '../use-command.ts';
import { useEvent } from '../use-event.ts';
import type { Screen } from './screen.ts';

type ShellShortcuts = {
  readonly sectionIds: readonly SectionId[];
  readonly screen: Screen;
  readonly onOpen: (screen: Screen) => void;
  readonly onHelp: () => void;
  readonly onLock: () => void;
};

/** The keys that work on every screen, and the menu items that do the same. */
export function useShellShortcuts({ sectionIds, screen, onOpen, onHelp, onLock }: ShellShortcuts) {
  const [openedByKey, setOpenedByKey] = useState(0);
  useEffect(() => {
    if (openedByKey > 0) focusScreen();
  }, [openedByKey]);

  const openAt = (index: number) => {
    const sectionId = sectionIds[index];
    if (sectionId === undefined) return;
    onOpen({ kind: 'inbox', sectionId });
    // The focus may be in the screen that goes; the effect runs when the new one is there.
    setOpenedByKey((times) => times + 1);
  };
  const openNext = () => {
    const current = screen.kind === 'settings' ? -1 : sectionIds.indexOf(screen.sectionId);
    openAt((current + 1) % Math.max(1, sectionIds.length));
  };
  const openSettings = () => {
    onOpen({ kind: 'settings', page: { kind: 'general' } });
    setOpenedByKey((times) => times + 1);
  };

  useCommand('section-1', () => openAt(0));
  useCommand('section-2', () => openAt(1));
  useCommand('section-3', () => openAt(2));
  useCommand('settings', openSettings);
  useCommand('lock', onLock);
  useCommand('help', onHelp);
  useCommand('next-pane', () => focusNextPane(1));
  useCommand('previous-pane', () => focusNextPane(-1));

  useEvent('menu.chosen', ({ item }) => {
    if (item === 'settings') openSettings();
    if (item === 'lock') onLock();
    if (item === 'next-section') openNext();
  });
}

/** What takes the focus on a screen, best first: a section without mail has a button. */
const entries = [
  '[data-pane=settings-pages] [aria-current=page]',
  '[data-pane=list] [data-pane-focus]',
  'main [data-pane=list]',
  'main button:not(:disabled)',
] as const;

function focusScreen(): void {
  for (const selector of entries) {
    const entry = document.querySelector<HTMLElement>(selector);
    if (entry === null) continue;
    entry.focus();
    return;
  }
}
