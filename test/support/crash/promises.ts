import { randomUUID } from 'node:crypto';
import type { CallInput } from '../../../shared/contract.ts';
import type { StaffRole } from '../../../shared/model/staff.ts';

type Reply = CallInput<'reply.send'> & { isAnswered: boolean };

/** What the engine has answered with ok, and so must have for good; and what it was asked last. */
export type Promises = {
  /** By subject. `asked` is null when nothing is under way, and '' when a reply takes the draft away. */
  readonly drafts: Map<string, { kept: string; asked: string | null }>;
  /** By token. */
  readonly replies: Map<string, Reply>;
  /** By name. */
  readonly staff: Map<string, { readonly role: StaffRole; readonly sections: readonly string[] }>;
  /** Whose change was under way: both outcomes are good. */
  readonly doubtful: Set<string>;
};

export function noPromises(): Promises {
  return { drafts: new Map(), replies: new Map(), staff: new Map(), doubtful: new Set() };
}

/** In every text that must never be on disk in clear. */
export const marker = 'kumquat-7731';

export const newText = (what: string) => `${what} ${marker} ${randomUUID()}`;
