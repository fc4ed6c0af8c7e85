import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { foldLabel, readLabels } from '../policy/form-labels.ts';
import { proposeTargets } from '../policy/propose-targets.ts';
import { readForm, shownReading } from '../policy/read-form.ts';
import { countWaitingMails } from '../store/form-mails.ts';
import {
  countQueuedMail,
  emptyQueue,
  findMailToRead,
  findSampleMails,
  queueAllMail,
} from '../store/form-queue.ts';
import { deleteForm, findForms, saveForm } from '../store/forms.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { toJudge } from './take-in-mail.ts';
import { viewingOnce } from './viewing.ts';

/** Mails to choose a sample from. */
const samples = 100;

export function listForms(
  { db }: SectionContext,
  canTeach: boolean,
): Result<CallOutput<'form.list'>> {
  const counts = countWaitingMails(db);
  return success({ forms: findForms(db), waiting: countQueuedMail(db), ...counts, canTeach });
}

/** What of the mail becomes a member is an administrator's to say, and on record. */
export function teachForm(
  { db, ledger, intake }: Pick<SectionContext, 'db' | 'ledger' | 'intake'>,
  { formId, content }: CallInput<'form.save'>,
  now: number,
  isAdministrator: boolean,
): Result<CallOutput<'form.save'>> {
  if (!isAdministrator) return failure('administrator-needed');
  const saved = ledger.write((record) => {
    const id = saveForm(db, formId, content, { by: ledger.staff(), at: now });
    if (id === null) return null;
    record({ kind: 'form-taught', target: content.name });
    queueAllMail(db);
    return id;
  });
  if (saved === null) return notFound;
  intake.look();
  return success({ formId: saved });
}

export function removeForm(
  { db, ledger, changed }: SectionContext,
  { formId }: CallInput<'form.remove'>,
  isAdministrator: boolean,
): Result<null> {
  if (!isAdministrator) return failure('administrator-needed');
  const form = findForms(db).find(({ id }) => id === formId);
  if (form === undefined) return notFound;
  ledger.write((record) => {
    deleteForm(db, formId);
    if (findForms(db).length === 0) emptyQueue(db);
    record({ kind: 'form-removed', target: form.name });
  });
  changed(new Set());
  return success(null);
}

export function listSampleMails({ db }: SectionContext): Result<CallOutput<'form.samples'>> {
  return success(findSampleMails(db, samples));
}

export async function readSampleMail(
  section: SectionContext,
  mime: MimePool,
  { messageId }: CallInput<'form.sample'>,
): Promise<Result<CallOutput<'form.sample'>>> {
  const found = viewingOnce(section, messageId, (db) => findMailToRead(db, messageId));
  if (found === null) return notFound;
  const parsed = await mime.parse(found.deflated);
  const { texts } = toJudge(parsed, found.deflated);
  const labels = (text: string) => readLabels(text, new Set()).entries.length;
  const text = texts.reduce((best, one) => (labels(one) > labels(best) ? one : best), '');
  const sender = parsed.from[0]?.address ?? '';
  return success({ sender, subject: parsed.subject, text: text || parsed.text });
}

export function previewForm(
  _section: SectionContext,
  { text, language, labels }: CallInput<'form.preview'>,
): Result<CallOutput<'form.preview'>> {
  const found = readLabels(text, new Set((labels ?? []).map(({ label }) => foldLabel(label))));
  const rules = {
    language: language ?? (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) ? 'ja' : 'en'),
    labels: labels ?? proposeTargets(found.entries.map(({ label }) => label)).slice(0, 100),
  } as const;
  return success({ rules, reading: shownReading(readForm(rules, text)) });
}
