import { type CallResult, EngineMessage, type EngineRequest } from '../../shared/bridge.ts';
import { failure } from '../../shared/errors.ts';

/** The part of a MessagePort that the line uses. */
type Port = Pick<MessagePort, 'onmessage' | 'postMessage'>;

export type EngineLine = {
  /** Waits for an engine when there is none just now; never rejects. */
  readonly call: (name: string, input: unknown) => Promise<CallResult>;
  readonly connect: (port: Port) => void;
  /** The engine is gone: what it was asked is answered with `engine-ended`. */
  readonly disconnect: () => void;
  /** No other engine is coming: whatever is asked is answered with `engine-failed`. */
  readonly fail: () => void;
};

/** The page's end of the line to the engine: requests by number, answers in any order, events between. */
export function createEngineLine(received: (event: string, payload: unknown) => void): EngineLine {
  let port: Port | null = null;
  let hasFailed = false;
  let lastId = 0;
  let waiting: EngineRequest[] = [];
  const asked = new Map<number, (result: CallResult) => void>();

  function receive(data: unknown): void {
    const message = EngineMessage.parse(data);
    if (message.kind === 'event') {
      received(message.event, message.payload);
      return;
    }
    asked.get(message.id)?.(message.result);
    asked.delete(message.id);
  }

  return {
    call(name, input) {
      if (hasFailed) return Promise.resolve(failure('engine-failed'));
      lastId += 1;
      const request: EngineRequest = { id: lastId, call: name, input };
      return new Promise((resolve) => {
        asked.set(request.id, resolve);
        if (port === null) waiting.push(request);
        else port.postMessage(request);
      });
    },
    connect(next) {
      port = next;
      hasFailed = false;
      next.onmessage = ({ data }) => receive(data);
      for (const request of waiting) next.postMessage(request);
      waiting = [];
    },
    disconnect() {
      port = null;
      hasFailed = false;
      const isWaiting = new Set(waiting.map(({ id }) => id));
      for (const [id, resolve] of asked) {
        if (isWaiting.has(id)) continue;
        asked.delete(id);
        resolve(failure('engine-ended'));
      }
    },
    fail() {
      port = null;
      hasFailed = true;
      waiting = [];
      for (const resolve of asked.values()) resolve(failure('engine-failed'));
      asked.clear();
    },
  };
}
