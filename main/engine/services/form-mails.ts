import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { blankMember } from '../../../shared/model/member.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { judgeFormMail } from '../policy/judge-form-mail.ts';
import { readForm, shownReading } from '../policy/read-form.ts';
import {
  countWaitingMails,
  findWaitingMail,
  findWaitingMails,
  setFormMailAside,
} from '../store/form-mails.ts';
import { findMailToRead } from '../store/form-queue.ts';
import { findForms } from '../store/forms.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { takeInMail, toJudge } from './take-in-mail.ts';
import { viewingOnce } from './viewing.ts';

export function listFormMails(
  { db }: SectionContext,
  { isSetAside, offset, limit }: CallInput<'formMail.list'>,
): Result<CallOutput<'formMail.list'>> {
  const { unread, setAside } = countWaitingMails(db);
  const items = findWaitingMails(db, isSetAside, { offset, limit });
  return success({ total: isSetAside ? setAside : unread, items });
}

/** With what can be read of it, so that nobody types that again. */
export async function readFormMail(
  section: SectionContext,
  mime: MimePool,
  { messageId }: CallInput<'formMail.read'>,
): Promise<Result<CallOutput<'formMail.read'>>> {
  const { db } = section;
  const waiting = findWaitingMail(db, messageId);
  if (waiting === null) return notFound;
  const found = viewingOnce(section, messageId, () => findMailToRead(db, messageId));
  if (found === null) return notFound;
  const parsed = await mime.parse(found.deflated);
  const judged = judgeFormMail(findForms(db), toJudge(parsed, found.deflated));
  if (judged !== null)
    return success({ mail: waiting, text: judged.text, reading: shownReading(judged.reading) });
  const rules = { language: blankMember.language, labels: [] };
  return success({ mail: waiting, text: parsed.text, reading: readForm(rules, parsed.text) });
}

/** How many are tried in one transaction. */
const atOnce = 20;

export async function retryFormMails(
  { db, ledger, changed }: SectionContext,
  mime: MimePool,
  { messageId }: CallInput<'formMail.retry'>,
  now: () => number,
): Promise<Result<CallOutput<'formMail.retry'>>> {
  const ids = findWaitingMails(db, false, { offset: 0, limit: -1 })
    .filter((mail) =>
      messageId === null ? mail.problem.code !== 'taken-back' : mail.messageId === messageId,
    )
    .map((mail) => mail.messageId);
  const deps = { db, ledger, mime, now };
  let read = 0;
  for (let at = 0; at < ids.length; at += atOnce)
    read += (await takeInMail(deps, ids.slice(at, at + atOnce), messageId !== null)).read;
  changed(new Set());
  return success({ read, unread: ids.length - read });
}

export function setMailAside(
  { db, changed }: SectionContext,
  { messageId, isSetAside }: CallInput<'formMail.setAside'>,
): Result<null> {
  if (!setFormMailAside(db, messageId, isSetAside)) return notFound;
  changed(new Set());
  return success(null);
}
