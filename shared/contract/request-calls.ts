import { z } from 'zod';
import { MemberId, MemberRequestId } from '../ids.ts';
import { PreviewDigest } from '../model/disclosure.ts';
import {
  Day,
  IdentityMethod,
  MemberRequest,
  RequestKind,
  RequestPreview,
  StruckWords,
} from '../model/member-request.ts';
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
  /** What an access request would be answered with, exactly as it would go. On record. */
  'request.preview': { input: ofRequest.extend({ words: StruckWords }), output: RequestPreview },
  /**
   * Sends what was previewed, as a PDF and as JSON, to one of the person's own addresses. Refused
   * before the identity check is recorded.
   */
  'request.send': {
    input: ofRequest.extend({
      words: StruckWords,
      address: z.string().max(320),
      digest: PreviewDigest,
      /** The same one never sends twice. */
      token: z.uuid(),
    }),
    output: nothing,
  },
  /** Takes a decision back; not that of one whose letter has left. */
  'request.reopen': { input: ofRequest, output: nothing },
} as const;
