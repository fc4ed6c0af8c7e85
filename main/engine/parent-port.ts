/** The part of Electron's ports that the engine uses, so that it needs no electron import. */
export type MessagePortMain = {
  readonly on: (event: 'message', listener: (event: MessageEventMain) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
};

type MessageEventMain = { readonly data: unknown; readonly ports: readonly MessagePortMain[] };

/** The port to the main process, which Electron puts on `process` of a utilityProcess. */
export function parentPort(): Omit<MessagePortMain, 'start' | 'close'> {
  if (!('parentPort' in process)) throw new Error('the engine runs in a utilityProcess');
  // Electron's own type of it is only known where electron is imported.
  return process.parentPort as unknown as MessagePortMain;
}
