import type { MemberFault, MemberRecord } from '../../shared/model/member.ts';
import type { MemberFormState } from './member-form-state.ts';

/** What the parts of the form need: what is typed, what is wrong with it, and how it changes. */
export type FormPart = {
  readonly form: MemberFormState;
  readonly onForm: (form: MemberFormState) => void;
  readonly change: (part: Partial<MemberRecord>) => void;
  /** The words for what is wrong with a field, or with a part of one of several. */
  readonly fault: (field: MemberFault['field'], part?: string, index?: number) => string | null;
};
