import { z } from 'zod';

/** A name and address as a message's header gives them; `name` is '' when there is none. */
export const Participant = z.object({ name: z.string(), address: z.string() });
export type Participant = Readonly<z.infer<typeof Participant>>;

/** Case tells no two addresses apart in practice, whatever RFC 5321 2.4 allows before the @. */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
