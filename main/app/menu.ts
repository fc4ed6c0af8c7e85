import { Menu, type MenuItemConstructorOptions } from 'electron';
import { keysOf } from '../../shared/command-keys.ts';
import type { CommandId } from '../../shared/commands.ts';
import type { EventPayload } from '../../shared/contract.ts';
import type { Preferences } from '../../shared/model/preferences.ts';
import type { Shortcut } from '../../shared/shortcut.ts';
import { words } from './words.ts';

type MenuItemName = EventPayload<'menu.chosen'>['item'];

/** The application menu. The page handles the keys of its own commands; here they are only shown. */
export function showMenu(
  { locale, keys: chosen }: Preferences,
  platform: NodeJS.Platform,
  choose: (item: MenuItemName) => void,
): void {
  const w = words[locale];
  const keys = keysOf(chosen);
  const command = (
    item: MenuItemName,
    label: string,
    id: CommandId,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator: acceleratorOf(keys[id]),
    registerAccelerator: false,
    click: () => choose(item),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: w.file,
      submenu: [
        command('settings', w.settings, 'settings'),
        command('lock', w.lock, 'lock'),
        { type: 'separator' },
        command('print', w.print, 'print'),
        { type: 'separator' },
        { role: 'quit', label: w.quit },
      ],
    },
    {
      label: w.edit,
      submenu: [
        { role: 'undo', label: w.undo },
        { role: 'redo', label: w.redo },
        { type: 'separator' },
        { role: 'cut', label: w.cut },
        { role: 'copy', label: w.copy },
        { role: 'paste', label: w.paste },
        { role: 'selectAll', label: w.selectAll },
        { type: 'separator' },
        command('search', w.search, 'search-mail'),
      ],
    },
    {
      label: w.view,
      submenu: [
        {
          label: w.nextSection,
          // The systems' own key for the next of several: the page never sees it.
          accelerator: 'Ctrl+Tab',
          click: () => choose('next-section'),
        },
        { type: 'separator' },
        { role: 'zoomIn', label: w.zoomIn },
        { role: 'zoomOut', label: w.zoomOut },
        { role: 'resetZoom', label: w.actualSize },
        { role: 'togglefullscreen', label: w.fullScreen },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** As Electron names keys. */
function acceleratorOf({ key, command, shift }: Shortcut): string {
  const name = key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key;
  return [...(command ? ['CmdOrCtrl'] : []), ...(shift ? ['Shift'] : []), name].join('+');
}
