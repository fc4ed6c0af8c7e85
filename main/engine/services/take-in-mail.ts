import { inflateRawSync } from 'node:zlib';
import { foldText } from '../../../shared/fold-text.ts';
import type { MemberId, MessageId } from '../../../shared/ids.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import type { Ledger, RecordEntry } from '../ledger/ledger.ts';
import type { ParsedMessage } from '../mail/mime/parsed-message.ts';
import { readResults } from '../mail/mime/read-results.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { htmlFormText } from '../policy/html-form-text.ts';
import { type JudgedMail, judgeFormMail, type MailToJudge } from '../policy/judge-form-mail.ts';
import { isRepeated } from '../policy/read-form.ts';
import {
  findMemberOfHeader,
  findNewMembersWith,
  isSettled,
  putFormMail,
} from '../store/form-mails.ts';
import { findMailToRead, type MailToRead, takeFromQueue } from '../store/form-queue.ts';
import { findForms } from '../store/forms.ts';
import { findPresentMember } from '../store/members.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { addMember } from './change-member.ts';
import { createFindErased } from './tombstones.ts';

export type TakeInDependencies = {
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly mime: MimePool;
  readonly now: () => number;
};

/** How many of the mails are a registration now, and how many could not be read. */
export type TakenIn = { readonly read: number; readonly unread: number };

type Judged = MailToRead & {
  readonly messageId: MessageId;
  readonly headerMessageId: string | null;
  readonly judged: JudgedMail | null;
};

/**
 * Makes a new registration of each mail that is one, in one transaction with its entry in the chain,
 * and keeps why the others that seem to be one are not. A mail leaves the queue in that transaction:
 * whenever this is cut short, what was not done is done the next time, and nothing twice.
 */
export async function takeInMail(
  deps: TakeInDependencies,
  messageIds: readonly MessageId[],
  /** By a person, who knows what became of them. */
  areNamed = false,
): Promise<TakenIn> {
  const { db, ledger } = deps;
  const judged = await Promise.all(messageIds.map((id) => judge(deps, id)));
  const taken = { read: 0, unread: 0 };
  ledger.write((record) => {
    for (const [index, messageId] of messageIds.entries()) {
      takeFromQueue(db, messageId);
      const mail = judged[index];
      if (mail === undefined || mail === null) continue;
      const { contentHash, judged: reading } = mail;
      if (isSettled(db, messageId, contentHash, areNamed) || reading === null) continue;
      if (settle(deps, record, { ...mail, judged: reading })) taken.read += 1;
      else taken.unread += 1;
    }
  });
  return taken;
}

/** Null for what is not in the inbox: a copy of what staff sent, say. */
async function judge({ db, mime }: TakeInDependencies, id: MessageId): Promise<Judged | null> {
  const mail = findMailToRead(db, id);
  if (mail === null) return null;
  const parsed = await mime.parse(mail.deflated);
  const judged = judgeFormMail(findForms(db), toJudge(parsed, mail.deflated));
  return { ...mail, messageId: id, headerMessageId: parsed.headerMessageId, judged };
}

export function toJudge(parsed: ParsedMessage, deflated: Buffer): MailToJudge {
  const { from, text, html, inReplyTo } = parsed;
  return {
    from,
    isReply: inReplyTo.length > 0,
    authentication: readResults(inflateRawSync(deflated)),
    texts: [text, ...(html === null ? [] : [htmlFormText(html)])],
  };
}

function settle(
  { db, now }: TakeInDependencies,
  write: RecordEntry,
  { messageId, contentHash, headerMessageId, judged }: Judged & { readonly judged: JudgedMail },
): boolean {
  const { form, reading } = judged;
  const mail = { messageId, contentHash, headerMessageId, formId: form.id };
  if (reading.problem !== null) {
    putFormMail(db, { ...mail, state: 'unread', memberId: null, problem: reading.problem });
    return false;
  }
  const known = findRepeated(db, headerMessageId, reading.record);
  const erasure = known === null ? createFindErased(db)(reading.record) : null;
  if (erasure !== null) {
    const about = [String(erasure.number), new Date(erasure.at).toISOString()];
    const problem = { code: 'erased' as const, about };
    putFormMail(db, { ...mail, state: 'unread', memberId: null, problem });
    return false;
  }
  const memberId =
    known ??
    // Nobody did it: the form did, with this mail.
    addMember(db, write, reading.record, form.name, now(), { by: null, messageId }).memberId;
  const state = known === null ? 'made' : 'repeat';
  putFormMail(db, { ...mail, state, memberId, problem: null });
  return true;
}

/**
 * Whose registration this mail repeats. A Message-ID alone does not say so: scripts of forms are known to
 * give one to two people.
 */
function findRepeated(db: SectionDatabase, headerMessageId: string | null, record: MemberRecord) {
  const id = findMemberOfHeader(db, headerMessageId);
  const sent = id === null ? null : findPresentMember(db, id);
  if (sent !== null && isRepeated(record, sent.record)) return id;
  return findSameNew(db, record);
}

/** One who registered just so and is not decided about yet: they pressed the button again. */
function findSameNew(db: SectionDatabase, record: MemberRecord): MemberId | null {
  for (const email of record.emails)
    for (const id of findNewMembersWith(db, foldText(email))) {
      const other = findPresentMember(db, id);
      if (other !== null && isRepeated(record, other.record)) return id;
    }
  return null;
}
