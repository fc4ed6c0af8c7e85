import { z } from 'zod';
import { MemberId, MemberRequestId } from '../ids.ts';
import { Day, IdentityMethod, MemberRequest, RequestKind } from '../model/member-request.ts';
import { inMembers, nothing } from './places.ts';

const ofRequest = inMembers.extend({ requestId: MemberRequestId });

/** What members ask for about their own data: an administrator's, each step on record. */
export const requestCalls = {
  /** Open ones first, the next deadline first; then the others, the newest first. */
  'request.list': { input: inMembers, output: z.array(MemberRequest) },
  'request.enter': {
    input: inMembers.extend({
      memberId: MemberId,
      kind: RequestKind,
      receivedOn: Day,
      deadlineOn: Day,
    }),
    output: z.object({ requestId: MemberRequestId }),
  },
  /** How it is known who asks; null takes that back. */
  'request.identify': {
    input: ofRequest.extend({ method: IdentityMethod.nullable() }),
    output: nothing,
  },
  /** What was asked for was done by other means. Of an access request the sending says so itself. */
  'request.finish': { input: ofRequest, output: nothing },
  'request.refuse': {
    input: ofRequest.extend({ reason: z.string().trim().min(1).max(500) }),
    output: nothing,
  },
  /** Takes a decision back; not that of one whose letter has left. */
  'request.reopen': { input: ofRequest, output: nothing },
} as const;
