import { foldText } from '../../../shared/fold-text.ts';
import type { FormField, FormProblem, FormReading } from '../../../shared/model/form-mail.ts';
import { type MemberFault, MemberRecord } from '../../../shared/model/member.ts';
import type { FormRules, FormTarget } from '../../../shared/model/registration-form.ts';
import { buildRegistration } from './build-registration.ts';
import { checkMember } from './check-member.ts';
import { foldLabel, type LabelledText, readLabels } from './form-labels.ts';
import { showTelephone } from './telephone.ts';

/** Labels that are in the text and that the form knows. */
export function countKnown(rules: FormRules, text: string): number {
  const known = knownLabels(rules);
  const { entries } = readLabels(text, new Set(known.keys()));
  return new Set(entries.map(({ label }) => foldLabel(label)).filter((label) => known.has(label)))
    .size;
}

/**
 * What a form makes of a text. A value that its field cannot have, say a telephone number that is
 * none, is kept under its label, as is every label that the form does not know: nothing is dropped,
 * and who reviews the registration sees it.
 */
export function readForm(rules: FormRules, text: string): FormReading {
  const known = knownLabels(rules);
  const { entries, rest } = readLabels(text, new Set(known.keys()));
  const read = entries.map((entry) => toField(entry, known.get(foldLabel(entry.label)) ?? null));
  const fields = read.map(({ field }) => field);
  const built = buildRegistration(fields, rules.language);
  const unfit = new Set([
    ...built.unfit,
    ...checkMember(built.record).faults.flatMap((fault) => sourcesOf(fault, built.sources)),
  ]);
  const fitting = fields.map((field, index) => ({ ...field, fits: !unfit.has(index) }));
  const { record: typed, sources } = buildRegistration(fitting, rules.language);
  const { record, faults } = checkMember(typed);
  const parsed = MemberRecord.safeParse(record);
  const tooLong = parsed.success
    ? []
    : parsed.error.issues.flatMap(({ path: [field = '', index] }) => {
        const from = sources.get(String(field)) ?? [];
        return typeof index === 'number' ? from.slice(index, index + 1) : from;
      });
  const about = (indices: readonly number[]) => [
    ...new Set(indices.flatMap((index) => fields[index]?.label ?? [])),
  ];
  return {
    fields: fitting,
    record,
    problem: parsed.success
      ? problemOf(rules, fields, faults)
      : { code: 'too-long', about: about(tooLong) },
    rest: [rest, ...read.map(({ behind }) => behind)].filter((part) => part !== '').join('\n\n'),
  };
}

function knownLabels({ labels }: FormRules): ReadonlyMap<string, FormTarget> {
  return new Map(labels.map(({ label, target }) => [foldLabel(label), target]));
}

/** Fields that are a line end where it does; an answer in words may have paragraphs. */
function toField({ label, value, more }: LabelledText, target: FormTarget | null) {
  const isLong = target === 'notes' || target === null || target === 'custom';
  const whole = isLong ? [value, more].filter((part) => part !== '').join('\n\n') : value;
  const field: FormField = { label, value: whole, target, fits: true };
  return { field, behind: isLong ? '' : more };
}

function sourcesOf(
  { field, index = 0 }: MemberFault,
  sources: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const from = sources.get(field) ?? [];
  return field === 'emails' || field === 'phones' ? from.slice(index, index + 1) : from;
}

function problemOf(
  rules: FormRules,
  fields: readonly FormField[],
  faults: readonly MemberFault[],
): FormProblem | null {
  const there = fields.map(({ label }) => foldLabel(label));
  const known = fields.filter(({ target }) => target !== null);
  if (known.length === 0)
    return { code: 'no-labels', about: rules.labels.map(({ label }) => label) };
  const isUsed = ({ target }: { target: FormTarget | null }) =>
    target !== null && target !== 'custom' && target !== 'notes';
  // Whoever fills the form in could write another label into an answer: a person decides which it is.
  const twice = fields.filter(
    (field, index) => isUsed(field) && there.indexOf(foldLabel(field.label)) !== index,
  );
  if (twice.length > 0)
    return { code: 'label-twice', about: [...new Set(twice.map(({ label }) => label))] };
  const missing = rules.labels.filter(
    (label) => isUsed(label) && !there.includes(foldLabel(label.label)),
  );
  // A form may leave out what was not filled in. Beside labels that are new, it was changed.
  if (missing.length > 0 && fields.some(({ target }) => target === null))
    return { code: 'labels-changed', about: missing.map(({ label }) => label) };
  if (faults.some(({ field, code }) => field === 'familyName' && code === 'needed'))
    return { code: 'no-name', about: [] };
  return null;
}

/** A reading for a window: telephone numbers as they are written where they are. */
export function shownReading(reading: FormReading): FormReading {
  const { record } = reading;
  return { ...reading, record: { ...record, phones: record.phones.map(showTelephone) } };
}

/**
 * Whether a registration says nothing that another one of the same person does not say: the button was
 * pressed again. One with a corrected number is not the same.
 */
export function isRepeated(one: MemberRecord, earlier: MemberRecord): boolean {
  const said = ({ emails, phones, addresses, plan, notes, custom }: MemberRecord) =>
    [...emails, ...phones, ...addresses, ...custom, { plan }, { notes }].map((value) =>
      // In one order: a record out of the store has its parts in another.
      foldText(JSON.stringify(Object.entries(value).toSorted())),
    );
  const known = new Set(said(earlier));
  return isSameApplicant(one, earlier) && said(one).every((value) => known.has(value));
}

/** Whether two registrations are of the same person by name and email, in whatever width and case. */
function isSameApplicant(one: MemberRecord, other: MemberRecord): boolean {
  const name = ({ familyName, givenName }: MemberRecord) =>
    [familyName, givenName].map((part) => foldText(part).replace(/\s+/g, '')).join('');
  const emails = new Set(one.emails.map(foldText));
  return name(one) === name(other) && other.emails.some((email) => emails.has(foldText(email)));
}
