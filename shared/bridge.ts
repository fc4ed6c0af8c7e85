import { z } from 'zod';
import { AppError } from './errors.ts';

/** What the renderer sends the engine over the MessagePort. The engine parses it before anything else. */
export const EngineRequest = z.object({
  id: z.int().nonnegative(),
  call: z.string().max(100),
  input: z.unknown(),
});
export type EngineRequest = z.infer<typeof EngineRequest>;

/** `value` is parsed again by the call's own schema where it arrives. */
export const CallResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: AppError }),
]);
export type CallResult = z.infer<typeof CallResult>;

/** What the engine sends back: the answer to a request, or an event. */
export const EngineMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.int().nonnegative(), result: CallResult }),
  z.object({ kind: z.literal('event'), event: z.string(), payload: z.unknown() }),
]);
export type EngineMessage = z.infer<typeof EngineMessage>;

/** The whole of `window.fumibako`, the one thing that the preload gives to the page. */
export type Bridge = {
  /** Resolves to a `CallResult`; never rejects. */
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** Returns the function that stops listening. */
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void;
};
