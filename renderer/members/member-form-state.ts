import type { MemberId, MessageId } from '../../shared/ids.ts';
import {
  blankAddress,
  blankMember,
  type HiddenField,
  type HiddenValues,
  hiddenFields,
  isHiddenField,
  type MemberCard,
  MemberField,
  type MemberRecord,
} from '../../shared/model/member.ts';
import type { SomeFields } from '../../shared/model/member-change.ts';
import type { Locale } from '../../shared/model/preferences.ts';

/** What is typed of a member and not saved. */
export type MemberFormState = {
  /** Null for a new one. */
  readonly memberId: MemberId | null;
  /** As it was when the form was opened, as far as that is known here. */
  readonly from: MemberRecord;
  readonly typed: MemberRecord;
  /** Of the hidden fields that are still hidden: how many values they have. They stay as they are. */
  readonly stillHidden: Readonly<Partial<Record<HiddenField, number>>>;
  readonly reason: string;
  /** The form mail that it is made of by hand. */
  readonly fromMail?: MessageId;
};

/** A new member: in the language on screen, with a line for what most of them have. */
export function newMemberForm(language: Locale): MemberFormState {
  const nameOrder = language === 'ja' ? 'family-first' : 'given-first';
  const from: MemberRecord = {
    ...{ ...blankMember, language, nameOrder },
    ...{ emails: [''], phones: [''], addresses: [blankAddress] },
  };
  return { memberId: null, from, typed: from, stillHidden: {}, reason: '' };
}

/** A new member of what could be read of a form mail, to be put right by hand. */
export function formOfMail(
  record: MemberRecord,
  fromMail: MessageId,
  language: Locale,
): MemberFormState {
  const blank = newMemberForm(language);
  const typed: MemberRecord = {
    ...record,
    emails: record.emails.length > 0 ? record.emails : [''],
    phones: record.phones.length > 0 ? record.phones : [''],
    addresses: record.addresses.length > 0 ? record.addresses : [blankAddress],
  };
  return { ...blank, typed, fromMail };
}

export function editMemberForm({ id, shown, counts }: MemberCard): MemberFormState {
  const from: MemberRecord = { ...blankMember, ...shown };
  // A field that has nothing in it hides nothing.
  const stillHidden = Object.fromEntries(
    hiddenFields.filter((field) => counts[field] > 0).map((field) => [field, counts[field]]),
  );
  return { memberId: id, from, typed: from, stillHidden, reason: '' };
}

/** A hidden field that was looked at can be typed in. */
export function withRevealed(
  form: MemberFormState,
  field: HiddenField,
  values: HiddenValues,
): MemberFormState {
  const { [field]: _, ...stillHidden } = form.stillHidden;
  const known = { [field]: values[field] ?? [] };
  return {
    ...form,
    from: { ...form.from, ...known },
    typed: { ...form.typed, ...known },
    stillHidden,
  };
}

/** The fields to save: all of a new member, else those that were typed in. */
export function fieldsToSave({ memberId, from, typed, stillHidden }: MemberFormState): SomeFields {
  if (memberId === null) return typed;
  const fields = MemberField.options.filter(
    (field) =>
      !(isHiddenField(field) && stillHidden[field] !== undefined) &&
      JSON.stringify(typed[field]) !== JSON.stringify(from[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, typed[field]]));
}

/** Whether anything would be lost. */
export function isTypedIn({ from, typed, reason }: MemberFormState): boolean {
  return reason.trim() !== '' || JSON.stringify(typed) !== JSON.stringify(from);
}
