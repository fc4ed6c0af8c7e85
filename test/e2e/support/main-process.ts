import { once } from 'node:events';

type Electron = typeof import('electron');

/** The main process of an app, as far as Node's inspector lets a test into it. */
export type MainProcess = {
  /** Runs a function there. What goes in and what comes out must survive JSON. */
  readonly evaluate: <A, R>(
    body: (electron: Electron, argument: A) => R | Promise<R>,
    argument: A,
  ) => Promise<R>;
  readonly disconnect: () => void;
};

type Answer = {
  readonly id: number;
  readonly result: {
    readonly result: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
  };
};

/** Attaches to an inspector by the address that Node printed. */
export async function attachToMain(address: string): Promise<MainProcess> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let sent = 0;
  const waiting = new Map<number, (answer: Answer['result']) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as Answer;
    waiting.get(id)?.(result);
  });
  return {
    async evaluate<R>(body: unknown, argument: unknown): Promise<R> {
      sent += 1;
      const id = sent;
      const expression = `(${body})(require('electron'), ${JSON.stringify(argument)})`;
      // `require` is of the command line alone: an ES module has none.
      const params = { expression, includeCommandLineAPI: true, awaitPromise: true };
      const { result, exceptionDetails } = await new Promise<Answer['result']>((resolve) => {
        waiting.set(id, resolve);
        const method = 'Runtime.evaluate';
        socket.send(JSON.stringify({ id, method, params: { ...params, returnByValue: true } }));
      });
      if (exceptionDetails !== undefined)
        throw new Error(`in the main process: ${exceptionDetails.exception?.description}`);
      return result.value as R;
    },
    disconnect: () => socket.close(),
  };
}
