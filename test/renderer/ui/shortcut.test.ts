import { expect, it } from 'vitest';
import { ariaShortcut, shortcutLabel } from '../../../renderer/ui/shortcut.ts';

it('prints shortcuts the way each system does', () => {
  expect(shortcutLabel({ key: 'l', command: true }, false)).toBe('Ctrl+L');
  expect(shortcutLabel({ key: 'l', command: true }, true)).toBe('⌘L');
  expect(shortcutLabel({ key: 'F6', shift: true }, false)).toBe('Shift+F6');
  expect(shortcutLabel({ key: 'Escape' }, false)).toBe('Esc');
});

it('tells assistive technology of a shortcut by the names of its keys', () => {
  expect(ariaShortcut({ key: 'Enter', command: true }, false)).toBe('Control+Enter');
  expect(ariaShortcut({ key: 'Enter', command: true, shift: true }, true)).toBe('Meta+Shift+Enter');
});
