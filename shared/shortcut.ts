import { z } from 'zod';

/** A key, or keys, that call a command. */
export const Shortcut = z.object({
  /** `KeyboardEvent.key`; letters in lower case. */
  key: z.string().regex(/^(?:[!-~]|F(?:[1-9]|1[0-2])|[A-Z][a-z]+(?:[A-Z][a-z]+)?)$/),
  /** Ctrl, or Cmd on a Mac. */
  command: z.boolean().optional(),
  shift: z.boolean().optional(),
});
export type Shortcut = Readonly<z.infer<typeof Shortcut>>;

/** The part of a keyboard event that decides whether it is a shortcut. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** A printed character that is no letter. Which of them need Shift depends on the keyboard. */
function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase();
}

/**
 * Whether a key press is this shortcut. Shift counts for named keys and letters only: "?" needs it
 * on some keyboards and not on others.
 */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  const command = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (command !== (shortcut.command ?? false) || other || press.altKey) return false;
  if (press.key.toLowerCase() !== shortcut.key.toLowerCase()) return false;
  return isSign(press.key) || press.shiftKey === (shortcut.shift ?? false);
}

/** Held down while another is pressed, or no key of its own. */
const incomplete = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/;

/** The shortcut that a press would be; null for keys that can be none, such as Ctrl alone. */
export function shortcutOf(press: KeyPress, isMac: boolean): Shortcut | null {
  if (incomplete.test(press.key)) return null;
  if (press.altKey || (isMac ? press.ctrlKey : press.metaKey)) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const parsed = Shortcut.safeParse({
    key,
    ...((isMac ? press.metaKey : press.ctrlKey) ? { command: true } : {}),
    ...(press.shiftKey && !isSign(press.key) ? { shift: true } : {}),
  });
  return parsed.success ? parsed.data : null;
}

/** Whether one press would be both. */
export function isSameShortcut(one: Shortcut, other: Shortcut): boolean {
  if (one.key.toLowerCase() !== other.key.toLowerCase()) return false;
  if ((one.command ?? false) !== (other.command ?? false)) return false;
  return isSign(one.key) || (one.shift ?? false) === (other.shift ?? false);
}
