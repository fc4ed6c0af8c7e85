import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Failure, failure, type Result, success } from '../../../shared/errors.ts';
import { MemberRequestId } from '../../../shared/ids.ts';
import type { Actor, NewEntry } from '../ledger/ledger.ts';
import { dayOf, daysBetween } from '../policy/day.ts';
import {
  findRequest,
  findRequests,
  insertRequest,
  markIdentity,
  markOpen,
  markSettled,
  type StoredRequest,
} from '../store/member-requests.ts';
import { hasMember } from '../store/members.ts';
import type { Desk } from './group-companies.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

export function listRequests(
  { db }: SectionContext,
  { now, isAdministrator }: Desk,
): Result<CallOutput<'request.list'>> {
  if (!isAdministrator) return failure('administrator-needed');
  const today = dayOf(now);
  return success(
    findRequests(db).map(({ headerMessageId: _, ...request }) => ({
      ...request,
      daysLeft: daysBetween(today, request.deadlineOn),
    })),
  );
}

export function enterRequest(
  { db, ledger }: SectionContext,
  { memberId, kind, receivedOn, deadlineOn }: CallInput<'request.enter'>,
  { now, isAdministrator }: Desk,
): Result<CallOutput<'request.enter'>> {
  const staff = ledger.staff();
  if (staff === null || !isAdministrator) return failure('administrator-needed');
  if (!hasMember(db, memberId)) return notFound;
  if (receivedOn > dayOf(now) || deadlineOn < receivedOn) return failure('request-days');
  const requestId = ledger.write((write) => {
    const asked = { memberId, kind, receivedOn, deadlineOn };
    const id = MemberRequestId.parse(insertRequest(db, asked, staff, now));
    write(aboutRequest('member-requested', { id, memberId, kind }));
    return id;
  });
  return success({ requestId });
}

export function identifyRequester(
  section: SectionContext,
  { requestId, method }: CallInput<'request.identify'>,
  desk: Desk,
): Result<null> {
  const found = findOpenRequest(section, requestId, desk);
  if (!found.ok) return found;
  const { request, staff } = found.value;
  section.ledger.write((write) => {
    markIdentity(
      section.db,
      requestId,
      method === null ? null : { ...staff, at: desk.now, method },
    );
    const about = aboutRequest(
      method === null ? 'member-unidentified' : 'member-identified',
      request,
    );
    write({ ...about, detail: { ...about.detail, ...(method === null ? {} : { method }) } });
  });
  return success(null);
}

export function finishRequest(
  section: SectionContext,
  { requestId }: CallInput<'request.finish'>,
  desk: Desk,
): Result<null> {
  const found = findOpenRequest(section, requestId, desk);
  if (!found.ok) return found;
  const { request, staff } = found.value;
  if (request.identity === null) return failure('identity-needed');
  // Nobody but the person may have it, and only a sending knows that.
  if (request.kind === 'access') return failure('bad-request');
  section.ledger.write((write) => {
    const done = { state: 'done', reason: '', headerMessageId: null } as const;
    markSettled(section.db, requestId, done, staff, desk.now);
    write(aboutRequest('member-request-done', request));
  });
  return success(null);
}

/** The reason is about a person, and the chain is for ever: it stays beside the request. */
export function refuseRequest(
  section: SectionContext,
  { requestId, reason }: CallInput<'request.refuse'>,
  desk: Desk,
): Result<null> {
  const found = findOpenRequest(section, requestId, desk);
  if (!found.ok) return found;
  const { request, staff } = found.value;
  section.ledger.write((write) => {
    const refused = { state: 'refused', reason, headerMessageId: null } as const;
    markSettled(section.db, requestId, refused, staff, desk.now);
    write(aboutRequest('member-request-refused', request));
  });
  return success(null);
}

export function reopenRequest(
  { db, ledger }: SectionContext,
  { requestId }: CallInput<'request.reopen'>,
  { isAdministrator }: Desk,
): Result<null> {
  if (!isAdministrator) return failure('administrator-needed');
  const request = findRequest(db, requestId);
  if (request === null) return notFound;
  // What has been sent cannot be asked back; while its letter waits, the outbox takes both back.
  if (request.state === 'open' || request.headerMessageId !== null)
    return failure('request-settled');
  ledger.write((write) => {
    markOpen(db, requestId);
    write(aboutRequest('member-request-reopened', request));
  });
  return success(null);
}

/** Of a member by number alone, with the request's own number and what it asks for. */
export function aboutRequest(
  kind: NewEntry['kind'],
  { id, memberId, kind: asked }: Pick<StoredRequest, 'id' | 'memberId' | 'kind'>,
): NewEntry & { readonly detail: NonNullable<NewEntry['detail']> } {
  return { ...aboutMember(kind, memberId), detail: { request: id, asked } };
}

export type OpenRequest = { readonly request: StoredRequest; readonly staff: Actor };

export function findOpenRequest(
  { db, ledger }: SectionContext,
  requestId: MemberRequestId,
  { isAdministrator }: Desk,
): { readonly ok: true; readonly value: OpenRequest } | Failure {
  const staff = ledger.staff();
  if (staff === null || !isAdministrator) return failure('administrator-needed');
  const request = findRequest(db, requestId);
  if (request === null) return notFound;
  return request.state === 'open' ? success({ request, staff }) : failure('request-settled');
}
