import { z } from 'zod';
import { CannedReplyId } from '../ids.ts';
import { CannedContent, CannedReply, CannedVersion } from '../model/canned-reply.ts';
import { Honorific } from '../model/honorific.ts';
import { inConversation, inSection, nothing } from './places.ts';

const ofCannedReply = inSection.extend({ cannedReplyId: CannedReplyId });
/** A reader of the conversation: who wrote in it, or whom a letter in it asks to be answered. */
const ofReader = inConversation.extend({ address: z.string().max(320) });

/** The canned replies of a section, which whoever has the section uses and edits, on record. */
export const cannedCalls = {
  /** By name; deleted ones too. */
  'canned.list': { input: inSection, output: z.array(CannedReply) },
  /** Newest first; the first is how it is now. */
  'canned.history': { input: ofCannedReply, output: z.array(CannedVersion) },
  /** A null id makes a new one. */
  'canned.save': {
    input: inSection.extend({ cannedReplyId: CannedReplyId.nullable(), content: CannedContent }),
    output: CannedReply,
  },
  'canned.remove': { input: ofCannedReply, output: nothing },
  /** Without its short key when another has that by now. */
  'canned.bringBack': { input: ofCannedReply, output: CannedReply },
  /** One that was deleted, for good, with its history. */
  'canned.erase': { input: ofCannedReply, output: nothing },
  /** It was put into a letter. That counts as a use, whether or not the letter is sent. */
  'canned.used': { input: ofCannedReply, output: nothing },
  /** What there is to put into the answer to a reader, and how staff chose to address them. */
  'canned.offer': {
    input: ofReader,
    output: z.object({
      replies: z.array(CannedReply),
      /** Null when nobody has chosen yet. */
      honorific: Honorific.nullable(),
      staffName: z.string(),
    }),
  },
  /** Remembered for the reader's address in this section; null forgets it. */
  'honorific.choose': {
    input: ofReader.extend({ honorific: Honorific.nullable() }),
    output: nothing,
  },
} as const;
