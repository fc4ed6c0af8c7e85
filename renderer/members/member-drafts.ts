import type { MemberFormState } from './member-form-state.ts';

/**
 * The one form that was left for another screen and not saved. It lives in this window's memory
 * alone, and whoever keeps it lets it go when the desk is locked.
 */
export type MemberDrafts = {
  readonly kept: () => MemberFormState | null;
  readonly keep: (form: MemberFormState | null) => void;
};

export function createMemberDrafts(): MemberDrafts {
  let kept: MemberFormState | null = null;
  return {
    kept: () => kept,
    keep(form) {
      kept = form;
    },
  };
}
