import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain, WebContents } from 'electron';
import { mainEvents } from '../../shared/contract/events.ts';
import type { EventPayload } from '../../shared/contract.ts';
import { pageUrl } from './page-file.ts';
import { renewPage } from './renew-page.ts';

/** The window's page, as the main process speaks to it. Without a window everything is a no-op. */
export type Page = {
  readonly emit: <N extends keyof typeof mainEvents>(event: N, payload: EventPayload<N>) => void;
  /** Hands over the page's end of its line to the engine. */
  readonly connect: (port: MessagePortMain) => void;
  /** The engine has ended: nothing that was asked will be answered. */
  readonly disconnect: () => void;
  /** The engine has ended and is not started again by itself: nothing will be answered. */
  readonly fail: () => void;
  /** Ends the page's process, with all that is in its memory, and loads the page anew. */
  readonly renew: () => Promise<void>;
  /** Whether a message comes from our own page, in the window's main frame. */
  readonly isSender: (event: IpcMainEvent | IpcMainInvokeEvent) => boolean;
};

export function createPage(findContents: () => WebContents | null): Page {
  return {
    emit(event, payload) {
      findContents()?.send('fumibako.event', event, mainEvents[event].parse(payload));
    },
    connect(port) {
      findContents()?.postMessage('fumibako.connect', null, [port]);
    },
    disconnect() {
      findContents()?.send('fumibako.disconnect');
    },
    fail() {
      findContents()?.send('fumibako.fail');
    },
    async renew() {
      const contents = findContents();
      if (contents !== null) await renewPage(contents);
    },
    isSender({ senderFrame }) {
      const contents = findContents();
      return contents !== null && senderFrame === contents.mainFrame && senderFrame.url === pageUrl;
    },
  };
}
