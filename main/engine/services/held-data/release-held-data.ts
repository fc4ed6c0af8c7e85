import type { CallInput, CallOutput } from '../../../../shared/contract.ts';
import { type AppError, failure, type Result, success } from '../../../../shared/errors.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import { isVerified } from '../../policy/held-data/verified-address.ts';
import { findMailOf } from '../../store/held-mails.ts';
import { markSettled } from '../../store/member-requests.ts';
import { findByToken } from '../../store/outbox-items.ts';
import type { Desk } from '../group-companies.ts';
import { bothFigures, letterLimit } from '../letter-limit.ts';
import { aboutRequest, findOpenRequest, type OpenRequest } from '../member-requests.ts';
import { aboutMember } from '../members.ts';
import { composeRegistrationLetter, queueRegistrationLetter } from '../registration-letter.ts';
import { notFound, type SectionContext } from '../section-context.ts';
import { makeCopy } from './held-copy.ts';
import { findWholePerson, type Person } from './person.ts';

/** The copy as it would go. Every record that it shows was looked at, and that is on record. */
export async function previewHeldData(
  section: SectionContext,
  mime: MimePool,
  { requestId, words }: CallInput<'request.preview'>,
  desk: Desk,
): Promise<Result<CallOutput<'request.preview'>>> {
  const judged = judge(section, requestId, desk);
  if (!judged.ok) return judged;
  const { person } = judged.value;
  const here = await fetchTexts(section, person);
  if (!here.ok) return here;
  const copy = await makeCopy(section.db, mime, person, { words, now: desk.now });
  section.ledger.write((write) => {
    for (const id of person.ids) {
      write({
        ...aboutMember('member-viewed', id),
        detail: { request: requestId, asked: 'access' },
      });
    }
  });
  const { html, digest, letter, files, verified } = copy;
  const addresses = person.main.record.emails.map((address) => ({
    address,
    isVerified: isVerified(address, verified),
  }));
  return success({ html, digest, letter, files: [files.pdf, files.json], addresses });
}

/** Of old letters only the heads may be here, and everything that is held is theirs to have. */
async function fetchTexts({ db, bodies }: SectionContext, { addresses }: Person) {
  for (const { id } of findMailOf(db, addresses)) {
    const needed = await bodies.needText(id);
    if (!needed.ok) return needed;
  }
  return success(null);
}

type ReleaseDependencies = {
  readonly mime: MimePool;
  readonly printPaper: (html: string) => Promise<Buffer | null>;
  /** Asked again before anything is written: a PDF takes its time. */
  readonly desk: () => Desk;
};

/**
 * Sends a person everything that is held of them: what staff previewed, once it is recorded how it
 * is known who asks, and to an address of their own. The letter, the state of the request and the
 * entry in the chain are one transaction.
 */
export async function sendHeldData(
  section: SectionContext,
  { requestId, words, address, digest, token }: CallInput<'request.send'>,
  { mime, printPaper, desk }: ReleaseDependencies,
): Promise<Result<null>> {
  const { db, ledger, outbox } = section;
  const { now } = desk();
  const first = judge(section, requestId, desk());
  // An answer that was lost: the letter is on its way.
  if (findByToken(db, token) !== null) return success(null);
  if (!first.ok) return first;
  const { request, person } = first.value;
  if (request.identity === null) return failure('identity-needed');
  const copy = await makeCopy(db, mime, person, { words, now });
  if (!isVerified(address, copy.verified)) return failure('address-unverified');
  if (copy.digest !== digest) return failure('request-changed');
  const pdf = await printPaper(copy.html);
  if (pdf === null) return failure('paper-failed');
  const files = [
    { filename: copy.files.pdf, mimeType: 'application/pdf', content: pdf },
    { filename: copy.files.json, mimeType: 'application/json', content: Buffer.from(copy.json) },
  ];
  const letter = { ...copy.letter, token, address, attachments: files };
  const ready = await composeRegistrationLetter(section, mime, person.main.record, letter, now);
  if (!ready.ok) return ready;
  const limit = letterLimit(db).bytes;
  const size = ready.value.raw.length;
  if (size > limit) return failure('letter-too-large', bothFigures(size, limit));
  const sent = ledger.write((write): Result<null> => {
    // Meanwhile another may have settled it, taken the check back or changed the record.
    const again = judge(section, requestId, desk());
    if (!again.ok) return again;
    if (again.value.request.identity === null) return failure('identity-needed');
    if (again.value.person.main.changedAt !== person.main.changedAt)
      return failure('request-changed');
    queueRegistrationLetter(db, ready.value);
    const { headerMessageId } = ready.value;
    const done = { state: 'done', reason: '', headerMessageId } as const;
    markSettled(db, requestId, done, again.value.staff, now);
    const attachments = files.map(({ filename, content }) => ({
      name: filename,
      size: content.length,
    }));
    const about = aboutRequest('member-data-given', request);
    write({ ...about, detail: { ...about.detail, attachments } });
    return success(null);
  });
  if (sent.ok) outbox.added();
  return sent;
}

type Judged = OpenRequest & { readonly person: Person };

function judge(
  section: SectionContext,
  requestId: CallInput<'request.send'>['requestId'],
  desk: Desk,
):
  | { readonly ok: true; readonly value: Judged }
  | { readonly ok: false; readonly error: AppError } {
  const found = findOpenRequest(section, requestId, desk);
  if (!found.ok) return found;
  if (found.value.request.kind !== 'access') return failure('bad-request');
  const person = findWholePerson(section.db, found.value.request.memberId);
  return person === null ? notFound : success({ ...found.value, person });
}
