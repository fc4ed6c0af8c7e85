import { z } from 'zod';
import { CallResult } from '../shared/bridge.ts';
import { engineEvents, mainEvents } from '../shared/contract/events.ts';
import { mainCalls } from '../shared/contract/main-calls.ts';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  type EventName,
  type EventPayload,
  engineCalls,
} from '../shared/contract.ts';
import { failure, type Result, success } from '../shared/errors.ts';

const calls: Readonly<Record<CallName, { readonly output: z.ZodType }>> = {
  ...engineCalls,
  ...mainCalls,
};
const events: Readonly<Record<EventName, z.ZodType>> = { ...engineEvents, ...mainEvents };

/**
 * Asks the engine or the main process, and parses the answer with the contract.
 * Never rejects: an answer that breaks the contract is the failure `unexpected`.
 */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  const answer = CallResult.safeParse(await window.fumibako.call(name, input));
  if (!answer.success) return failure('unexpected', `${name}: ${z.prettifyError(answer.error)}`);
  if (!answer.data.ok) return answer.data;
  const output = calls[name].output.safeParse(answer.data.value);
  if (!output.success) return failure('unexpected', `${name}: ${z.prettifyError(output.error)}`);
  return success(output.data as CallOutput<N>);
}

/**
 * Listens to an event of the contract and returns the function that stops listening.
 * A payload that breaks the contract throws: it is a bug of ours, and no screen can mend it.
 */
export function on<N extends EventName>(
  event: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.fumibako.on(event, (payload) => {
    listener(events[event].parse(payload) as EventPayload<N>);
  });
}
