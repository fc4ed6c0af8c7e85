import type { TFunction } from 'i18next';
import { fillCanned, markerOf } from '../../../shared/canned-text.ts';
import { type Honorific, withHonorific } from '../../../shared/model/honorific.ts';
import type { MemberField, ShownFields } from '../../../shared/model/member.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import type { Decision, RegistrationWarning } from '../../../shared/model/registration.ts';
import { formatDay } from '../../i18n/format.ts';

/** The words of the member's language, whatever language is on screen. */
export type MemberT = TFunction<['review', 'members', 'common']>;

export type LetterFacts = {
  readonly decision: Decision;
  readonly shown: ShownFields;
  readonly honorific: Honorific | null;
  readonly fields: readonly MemberField[];
  readonly warnings: readonly RegistrationWarning[];
  readonly reason: string;
  readonly staffName: string;
  readonly signature: string;
  /** The text of a canned reply; null for the standard one. */
  readonly canned: string | null;
};

/** The letter to a member as it begins. What is not known yet stays open, and keeps it here. */
export function letterText(facts: LetterFacts, t: MemberT): string {
  const { decision, shown, honorific, reason, staffName, signature, canned } = facts;
  const name = memberName(shown);
  const values = {
    reader: name === '' || honorific === null ? '' : withHonorific(name, honorific),
    subject: t(`review:toMember.subject.${decision}`),
    section: t('common:section.members'),
    date: formatDay(shown.language, Date.now()),
    staff: staffName,
    fields: facts.fields.map((field) => fieldLine(field, facts.warnings, t)).join('\n'),
    reason,
  };
  const template = canned ?? t(`review:toMember.${decision}`, markers);
  const text = fillCanned(template, values);
  return signature.trim() === '' ? text : `${text}\n\n-- \n${signature.trim()}`;
}

/** The standard text has its variables filled in as every canned reply has. */
const markers = {
  reader: markerOf('reader'),
  fields: markerOf('fields'),
  reason: markerOf('reason'),
  section: markerOf('section'),
  staff: markerOf('staff'),
};

/** That another member has the same is nothing to tell this one. */
const untold: readonly RegistrationWarning['code'][] = ['duplicate'];

function fieldLine(
  field: MemberField,
  warnings: readonly RegistrationWarning[],
  t: MemberT,
): string {
  const label = t(`members:field.${field}`);
  const codes = warnings
    .filter((warning) => warning.field === field && !untold.includes(warning.code))
    .map(({ code }) => code);
  const [code] = codes;
  if (code === undefined || code === 'duplicate')
    return t('review:toMember.item', { field: label });
  return t('review:toMember.itemWhy', { field: label, why: t(`review:toMember.why.${code}`) });
}
