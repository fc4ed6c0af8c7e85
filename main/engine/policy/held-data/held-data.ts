import type { ChainKind } from '../../../../shared/model/chain-entry.ts';
import type { MemberField, MemberRecord } from '../../../../shared/model/member.ts';
import type { MemberChange, SomeFields } from '../../../../shared/model/member-change.ts';
import type { MemberRequest } from '../../../../shared/model/member-request.ts';
import type { Decision } from '../../../../shared/model/registration.ts';

/** Times are in milliseconds since the epoch. `by` is a member of staff as they were called then. */
type Done = { readonly at: number; readonly by: string };

type HeldRecord = {
  readonly number: number;
  /** The number of the record that it was made one with; null for one in its own right. */
  readonly mergedInto: number | null;
  readonly addedAt: number;
  readonly changedAt: number;
  readonly record: MemberRecord;
};

export type HeldChange = Done & {
  /** Of the record. */
  readonly number: number;
  readonly kind: MemberChange['kind'];
  readonly reason: string;
  readonly fields: readonly MemberField[];
  /** Null for none, and where the values may be another person's. */
  readonly before: SomeFields | null;
  readonly after: SomeFields | null;
};

type HeldReview = Done & {
  readonly decision: Decision;
  /** What the letter asked to be corrected. */
  readonly fields: readonly MemberField[];
  readonly isTakenBack: boolean;
  readonly isAnswered: boolean;
};

export type HeldMail = {
  readonly at: number;
  /** `other`: somebody else wrote it, and named the person among those who get it. */
  readonly from: 'person' | 'section' | 'other';
  readonly subject: string;
  readonly text: string;
  /** The names of its files. */
  readonly attachments: readonly string[];
};

type HeldDisclosure = {
  readonly at: number;
  readonly company: string;
  readonly address: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly fields: readonly MemberField[];
  readonly consentVersion: string;
  readonly consentDate: string;
};

type HeldRequest = Pick<MemberRequest, 'kind' | 'state' | 'receivedOn' | 'deadlineOn' | 'reason'>;

type HeldEntry = Done & {
  readonly kind: ChainKind;
  readonly reason: string;
  readonly fields: readonly string[];
};

/** Everything that is held of a person, with what is of other people struck out. */
export type HeldData = {
  readonly records: readonly HeldRecord[];
  readonly changes: readonly HeldChange[];
  readonly hold: (Done & { readonly reason: string }) | null;
  readonly reviews: readonly HeldReview[];
  readonly mails: readonly HeldMail[];
  readonly disclosures: readonly HeldDisclosure[];
  readonly requests: readonly HeldRequest[];
  readonly entries: readonly HeldEntry[];
};
