import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../shared/contract.ts';
import type { Locale } from '../../shared/model/preferences.ts';
import { words } from './words.ts';

type MenuItemName = EventPayload<'menu.chosen'>['item'];

/** The application menu. The page handles the keys of its own commands; here they are only shown. */
export function showMenu(
  locale: Locale,
  platform: NodeJS.Platform,
  choose: (item: MenuItemName) => void,
): void {
  const w = words[locale];
  const command = (
    item: MenuItemName,
    label: string,
    accelerator: string,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => choose(item),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: w.file,
      submenu: [
        command('settings', w.settings, 'CmdOrCtrl+,'),
        command('lock', w.lock, 'CmdOrCtrl+L'),
        { type: 'separator' },
        { ...command('print', w.print, 'CmdOrCtrl+P'), registerAccelerator: true },
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
        { ...command('search', w.search, 'CmdOrCtrl+F'), registerAccelerator: true },
      ],
    },
    {
      label: w.view,
      submenu: [
        { ...command('next-section', w.nextSection, 'Ctrl+Tab'), registerAccelerator: true },
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
