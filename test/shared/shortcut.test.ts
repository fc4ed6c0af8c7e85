import { expect, it } from 'vitest';
import { matchesShortcut, shortcutOf } from '../../shared/shortcut.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', true>> = {},
) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

it('takes Ctrl for the command key, and Cmd on a Mac', () => {
  const lock = { key: 'l', command: true };
  expect(matchesShortcut(lock, press('l', { ctrl: true }), false)).toBe(true);
  expect(matchesShortcut(lock, press('l', { meta: true }), true)).toBe(true);
  expect(matchesShortcut(lock, press('l', { ctrl: true }), true)).toBe(false);
  expect(matchesShortcut(lock, press('l'), false)).toBe(false);
});

it('leaves a plain letter alone when another key is held', () => {
  const reply = { key: 'r' };
  expect(matchesShortcut(reply, press('r'), false)).toBe(true);
  expect(matchesShortcut(reply, press('r', { ctrl: true }), false)).toBe(false);
  expect(matchesShortcut(reply, press('r', { alt: true }), false)).toBe(false);
  expect(matchesShortcut(reply, press('R', { shift: true }), false)).toBe(false);
});

it('takes a letter typed with Caps Lock on', () => {
  expect(matchesShortcut({ key: 'r' }, press('R'), false)).toBe(true);
});

it('asks for Shift only where it was written down, but never minds it for a sign', () => {
  expect(matchesShortcut({ key: 'F6' }, press('F6', { shift: true }), false)).toBe(false);
  expect(matchesShortcut({ key: 'F6', shift: true }, press('F6', { shift: true }), false)).toBe(
    true,
  );
  expect(matchesShortcut({ key: '?' }, press('?', { shift: true }), false)).toBe(true);
  expect(matchesShortcut({ key: '?' }, press('?'), false)).toBe(true);
});

it('reads the shortcut off a press', () => {
  expect(shortcutOf(press('L', { ctrl: true, shift: true }), false)).toEqual({
    key: 'l',
    command: true,
    shift: true,
  });
  expect(shortcutOf(press('l', { meta: true }), true)).toEqual({ key: 'l', command: true });
  expect(shortcutOf(press('?', { shift: true }), false)).toEqual({ key: '?' });
  expect(shortcutOf(press('F6', { shift: true }), false)).toEqual({ key: 'F6', shift: true });
});

it.each(['Shift', 'Control', 'Process', 'Dead', 'あ', 'ö'])(
  'makes no shortcut of what not every keyboard has, or of no whole key: %s',
  (key) => {
    expect(shortcutOf(press(key), false)).toBeNull();
    expect(shortcutOf(press('r', { alt: true }), false)).toBeNull();
  },
);
