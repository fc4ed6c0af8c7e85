import { z } from 'zod';
import { MemberSummary } from '../model/member.ts';
import { LookUpPurpose } from '../model/member-look-up.ts';
import { inMessage } from './places.ts';

/** Mail and members are joined by nothing but this. */
export const lookUpCalls = {
  /** Which members have the address that a letter came from; an administrator's, on record in Members. */
  'member.lookUp': {
    input: inMessage.extend({
      purpose: LookUpPurpose,
      /** More of it, in staff's own words; needed where the purpose is `other`. */
      words: z.string().trim().max(500),
    }),
    output: z.array(MemberSummary),
  },
} as const;
