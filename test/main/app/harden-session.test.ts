import type { Session } from 'electron';
import { expect, it } from 'vitest';
import { hardenSession } from '../../../main/app/harden-session.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

/** Every permission that Electron knows; one that it learns does not compile until it is here. */
const permissions = Object.keys({
  ar: 0,
  'automatic-fullscreen': 0,
  'background-fetch': 0,
  'background-sync': 0,
  'captured-surface-control': 0,
  'clipboard-read': 0,
  'clipboard-sanitized-write': 0,
  'deprecated-sync-clipboard-read': 0,
  'display-capture': 0,
  fileSystem: 0,
  fullscreen: 0,
  geolocation: 0,
  'geolocation-approximate': 0,
  'hand-tracking': 0,
  hid: 0,
  'idle-detection': 0,
  keyboardLock: 0,
  'local-fonts': 0,
  'local-network': 0,
  'local-network-access': 0,
  'loopback-network': 0,
  media: 0,
  mediaKeySystem: 0,
  midi: 0,
  midiSysex: 0,
  nfc: 0,
  notifications: 0,
  openExternal: 0,
  'payment-handler': 0,
  'periodic-background-sync': 0,
  'persistent-storage': 0,
  pointerLock: 0,
  'screen-wake-lock': 0,
  sensors: 0,
  serial: 0,
  'smart-card': 0,
  'speaker-selection': 0,
  'storage-access': 0,
  'system-wake-lock': 0,
  'top-level-storage-access': 0,
  usb: 0,
  vr: 0,
  'web-app-installation': 0,
  'web-printing': 0,
  'window-management': 0,
  unknown: 0,
} satisfies Record<Permission, 0>);

/** The handlers that a session is given, by the name of the method that takes them. */
function handlersOf(harden: (session: Session) => void) {
  const given = new Map<string, (...input: unknown[]) => unknown>();
  const record = new Proxy(
    {},
    {
      get: (_target, method: string) =>
        method === 'webRequest'
          ? record
          : (handler: (...input: unknown[]) => unknown) => given.set(method, handler),
    },
  );
  harden(record as Session);
  return (method: string, ...input: unknown[]): unknown => {
    const handler = given.get(method);
    if (handler === undefined) throw new Error(`${method} was not called`);
    return handler(...input);
  };
}

const ask = handlersOf(hardenSession);

it.each(permissions)('denies %s, asked or checked', (permission) => {
  let answer: unknown = null;
  const take = (given: unknown) => {
    answer = given;
  };
  ask('setPermissionRequestHandler', null, permission, take, {});
  expect(answer).toBe(false);
  expect(ask('setPermissionCheckHandler', null, permission, 'app://fumibako', {})).toBe(false);
});
