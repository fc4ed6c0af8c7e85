import { ipcRenderer } from 'electron';
import type { Bridge } from '../../shared/bridge.ts';
import { engineCalls } from '../../shared/contract.ts';
import { createEngineLine } from './engine-line.ts';

/** The page's way out: calls to the engine and to the main process, and their events. */
export function createBridge(): Bridge {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const line = createEngineLine(dispatch);

  function dispatch(event: string, payload: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  }

  ipcRenderer.on('fumibako.event', (_event, name: string, payload: unknown) => {
    dispatch(name, payload);
  });
  ipcRenderer.on('fumibako.connect', ({ ports: [port] }) => {
    if (port !== undefined) line.connect(port);
  });
  ipcRenderer.on('fumibako.disconnect', () => line.disconnect());
  ipcRenderer.on('fumibako.fail', () => line.fail());
  ipcRenderer.send('fumibako.loaded');

  return {
    call: (name, input) =>
      Object.hasOwn(engineCalls, name)
        ? line.call(name, input)
        : ipcRenderer.invoke('fumibako.call', name, input),
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
