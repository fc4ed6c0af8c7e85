import { z } from 'zod';
import { DraftAttachmentId } from '../ids.ts';
import { LetterKind } from '../model/draft.ts';
import {
  DraftAttachment,
  FilePiece,
  LetterLimit,
  longestFilename,
  PhotoSize,
  Thumbnail,
} from '../model/draft-attachment.ts';
import { inConversation, inSection, nothing } from './places.ts';

const inLetter = inConversation.extend({ kind: LetterKind });
const inDraftAttachment = inSection.extend({ draftAttachmentId: DraftAttachmentId });
const ofSeveral = inSection.extend({ draftAttachmentIds: z.array(DraftAttachmentId).max(200) });
const name = z.string().trim().min(1).max(longestFilename);

/** The files of a letter that is written: in pieces into the section's database, and nowhere else. */
export const draftAttachmentCalls = {
  /** Of whoever is signed in; in the order that they were added in. */
  'draftAttachment.list': {
    input: inLetter,
    output: z.object({ attachments: z.array(DraftAttachment), limit: LetterLimit }),
  },
  /** Announces a file of so many bytes; a photo may come in made smaller only. */
  'draftAttachment.begin': {
    input: inLetter.extend({ name, size: z.int().nonnegative(), photoSize: PhotoSize }),
    output: z.object({ id: DraftAttachmentId }),
  },
  /** The next piece; the first one of a size that never came in whole begins it anew. */
  'draftAttachment.append': {
    input: inDraftAttachment.extend({
      photoSize: PhotoSize,
      offset: z.int().nonnegative(),
      content: FilePiece,
    }),
    output: nothing,
  },
  /** All of it is there: what tells of a place is taken out, and this size is what is sent. */
  'draftAttachment.finish': {
    input: inDraftAttachment.extend({
      photoSize: PhotoSize,
      /** Null leaves it as it is. */
      thumbnail: Thumbnail.nullable(),
    }),
    output: DraftAttachment,
  },
  /** Sends another size of a photo that is there already; `not-found` where it has to be made. */
  'draftAttachment.choose': {
    input: inDraftAttachment.extend({ photoSize: PhotoSize }),
    output: DraftAttachment,
  },
  /** A piece of the original, to be made smaller; empty at its end. */
  'draftAttachment.read': {
    input: inDraftAttachment.extend({ piece: z.int().nonnegative() }),
    output: z.object({ content: FilePiece }),
  },
  /** It keeps its ending, which says what it is. */
  'draftAttachment.rename': { input: inDraftAttachment.extend({ name }), output: DraftAttachment },
  /** For a while they can be put back. One that is not whole yet is gone at once. */
  'draftAttachment.remove': { input: ofSeveral, output: nothing },
  'draftAttachment.putBack': { input: ofSeveral, output: nothing },
} as const;
