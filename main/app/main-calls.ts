import { ipcMain } from 'electron';
import type { CallResult } from '../../shared/bridge.ts';
import { mainCalls } from '../../shared/contract/main-calls.ts';
import type { CallInput, CallOutput, MainCallName } from '../../shared/contract.ts';
import { failure, type Result } from '../../shared/errors.ts';
import { errorKind } from '../engine/error-kind.ts';
import type { Log } from '../engine/log.ts';
import type { Page } from './page.ts';

export type MainHandlers = {
  readonly [N in MainCallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
};

/** Answers the page's calls: only from our own page, only by name, only with input that parses. */
export function answerCalls(page: Page, handlers: MainHandlers, log: Log): void {
  ipcMain.handle('fumibako.call', async (event, name: unknown, input: unknown) => {
    if (!page.isSender(event)) {
      log('call.refused', {});
      return failure('bad-request') satisfies CallResult;
    }
    if (typeof name !== 'string' || !Object.hasOwn(mainCalls, name)) return failure('bad-request');
    return answer(handlers, name as MainCallName, input, log);
  });
}

async function answer<N extends MainCallName>(
  handlers: MainHandlers,
  name: N,
  input: unknown,
  log: Log,
): Promise<CallResult> {
  const parsed = mainCalls[name].input.safeParse(input);
  if (!parsed.success) return failure('bad-request', name);
  try {
    return await handlers[name](parsed.data as CallInput<N>);
  } catch (error) {
    log('call.failed', { call: name, ...errorKind(error) });
    return failure('unexpected');
  }
}
