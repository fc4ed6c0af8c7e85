import type { FormProblem, FormReading } from '../../../shared/model/form-mail.ts';
import { type Participant, sameAddress } from '../../../shared/model/participant.ts';
import type { RegistrationForm } from '../../../shared/model/registration-form.ts';
import { failedChecks } from './authentication-results.ts';
import { countKnown, readForm } from './read-form.ts';

export type MailToJudge = {
  readonly from: readonly Participant[];
  readonly isReply: boolean;
  /** The Authentication-Results fields, topmost first. */
  readonly authentication: readonly string[];
  /** The text, and what is made of its HTML, where there is any. */
  readonly texts: readonly string[];
};

export type JudgedMail = {
  readonly form: RegistrationForm;
  /** The one of its texts that says more to the form. */
  readonly text: string;
  /** With the problem for which no registration is made of it, if there is one. */
  readonly reading: FormReading;
};

/** What another mail must have of a form's labels before it is taken for one that pretends to be it. */
const leastLabels = 3;
const leastShare = 0.6;

/** Looked at of a text, in characters: more than a record can hold, and soon looked at. */
const longestText = 50_000;

/** Which form a mail is of, and what that makes of it; null for all other mail. */
export function judgeFormMail(
  forms: readonly RegistrationForm[],
  mail: MailToJudge,
): JudgedMail | null {
  const [best] = forms
    .map((form) => ({ form, isFrom: isFromForm(form, mail), ...bestText(form, mail.texts) }))
    .filter(({ form, isFrom, known }) => isFrom || hasLabels(form, known, mail))
    .sort((one, other) => Number(other.isFrom) - Number(one.isFrom) || other.known - one.known);
  if (best === undefined) return null;
  const { form, text, isFrom } = best;
  const reading = readForm(form, text.slice(0, longestText));
  const problem = isFrom
    ? (failure(mail) ?? tooLong(text, reading))
    : { code: 'sender' as const, about: form.senders };
  return { form, text, reading: { ...reading, problem: problem ?? reading.problem } };
}

function isFromForm({ senders }: RegistrationForm, { from }: MailToJudge): boolean {
  const [only, ...others] = from;
  // RFC 5322 3.6.2 allows several; then nobody knows which one a check was about.
  if (only === undefined || others.length > 0) return false;
  return senders.some((sender) => sameAddress(sender, only.address));
}

function hasLabels({ labels }: RegistrationForm, known: number, { isReply }: MailToJudge): boolean {
  // A reader's answer, or a colleague's, may quote all of a registration.
  if (isReply) return false;
  return known >= Math.max(Math.min(leastLabels, labels.length), labels.length * leastShare);
}

function bestText(form: RegistrationForm, texts: readonly string[]) {
  const counted = texts.map((text) => ({
    text,
    known: countKnown(form, text.slice(0, longestText)),
  }));
  return counted.reduce((best, one) => (one.known > best.known ? one : best), {
    text: texts[0] ?? '',
    known: 0,
  });
}

/** What is behind the end of it was not looked at: no registration is made of half a mail. */
function tooLong(text: string, { fields }: FormReading): FormProblem | null {
  if (text.length <= longestText) return null;
  return { code: 'too-long', about: fields.slice(-1).map(({ label }) => label) };
}

function failure({ authentication }: MailToJudge): FormProblem | null {
  const checks = failedChecks(authentication);
  return checks.length === 0 ? null : { code: 'authentication', about: checks };
}
