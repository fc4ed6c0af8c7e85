import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultOf, keysOf, readChosenKeys } from '../../shared/command-keys.ts';
import { areApart, commandIds, commands } from '../../shared/commands.ts';
import { isSameShortcut, type Shortcut } from '../../shared/shortcut.ts';

const defaults = keysOf({});

it('gives every command a key of its own that it may have', () => {
  for (const id of commandIds)
    expect([id, faultOf(id, defaults[id], defaults)]).toEqual([id, null]);
});

it('says which command has a key already', () => {
  expect(faultOf('done', { key: 'r' }, defaults)).toEqual({ kind: 'taken', by: 'reply' });
  // Which sign needs Shift depends on the keyboard: "?" with it is "?" without.
  expect(faultOf('done', { key: '?', shift: true }, defaults)).toEqual({
    kind: 'taken',
    by: 'help',
  });
  expect(faultOf('done', { key: 'r', shift: true }, defaults)).toBeNull();
  expect(faultOf('done', { key: 'e' }, defaults)).toBeNull();
});

it('lets members and mail have one key, which are never on one screen, and no others', () => {
  expect(faultOf('edit-member', { key: 'r' }, defaults)).toBeNull();
  expect(faultOf('edit-member', { key: 'j' }, defaults)).toEqual({
    ...{ kind: 'taken', by: 'next-conversation' },
  });
  expect(faultOf('edit-member', { key: 'n' }, defaults)).toEqual({
    ...{ kind: 'taken', by: 'add-member' },
  });
});

it.each([
  { key: 'Enter' },
  { key: 'Escape' },
  { key: 'Tab' },
  { key: 'ArrowDown' },
  { key: 'Delete' },
  { key: 'F11' },
  { key: 'c', command: true },
  { key: 'v', command: true },
  { key: 'z', command: true, shift: true },
  { key: 'q', command: true },
  { key: '0', command: true },
])('leaves to the system and to the text what is theirs: %j', (key) => {
  expect(faultOf('done', key, defaults)).toEqual({ kind: 'reserved' });
});

it('never lets a command that works in text fields have a key that types', () => {
  expect(faultOf('send', { key: 's' }, defaults)).toEqual({ kind: 'types' });
  expect(faultOf('lock', { key: 'l', shift: true }, defaults)).toEqual({ kind: 'types' });
  expect(faultOf('send', { key: 'F9' }, defaults)).toBeNull();
  expect(faultOf('send', { key: 's', command: true }, defaults)).toBeNull();
});

it('keeps what was chosen, two commands that changed places too', () => {
  const chosen = { reply: { key: 'a' }, 'reply-all': { key: 'r' }, done: { key: 'x' } };
  expect(readChosenKeys(chosen)).toEqual(chosen);
  expect(keysOf(chosen)).toMatchObject({ reply: { key: 'a' }, forward: { key: 'f' } });
});

it.each([null, 'r', 7, [], { reply: 7 }, { nonsense: { key: 'r' } }, { reply: { key: 'j' } }])(
  'has the default for what cannot stand: %j',
  (stored) => {
    expect(keysOf(readChosenKeys(stored))).toEqual(defaults);
  },
);

it('drops the one that is broken and keeps the others', () => {
  expect(
    readChosenKeys({
      done: { key: 'x' },
      send: { key: 's' },
      help: { key: '' },
      read: { key: 'f' },
    }),
  ).toEqual({ done: { key: 'x' } });
});

const anyShortcut: fc.Arbitrary<Shortcut> = fc.record(
  {
    key: fc.oneof(
      fc.constantFrom('a', 'b', 'r', 'j', 'k', '1', '?', '/', 'Enter', 'Escape', 'F2', 'F6', ' '),
      fc.string({ maxLength: 2 }),
    ),
    command: fc.boolean(),
    shift: fc.boolean(),
  },
  { requiredKeys: ['key'] },
);

it('never gives two commands one key, nor a typing key to what works in text, whatever is stored', () => {
  const stored = fc.dictionary(fc.constantFrom(...commandIds), anyShortcut);
  fc.assert(
    fc.property(stored, (value) => {
      const chosen = readChosenKeys(value);
      const keys = keysOf(chosen);
      expect(readChosenKeys(chosen)).toEqual(chosen);
      for (const id of commandIds) {
        const twins = commandIds.filter(
          (other) => !areApart(id, other) && isSameShortcut(keys[id], keys[other]),
        );
        expect(twins).toEqual([id]);
        const { key, command } = keys[id];
        if (commands[id].inTextFields) expect(command === true || /^F\d/.test(key)).toBe(true);
      }
    }),
  );
});
