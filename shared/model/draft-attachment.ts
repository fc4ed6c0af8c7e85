import { z } from 'zod';
import { DraftAttachmentId } from '../ids.ts';

/**
 * Whether a file tells where and when it was made. `cleaned`: it did, and does not any more. `clean`:
 * it is a photo that did not. `may-tell`: a picture, a film or a sound of a kind that nothing is taken
 * out of here. `no-photo`: any other file, which is sent as it is.
 */
export const PhotoPrivacy = z.enum(['clean', 'cleaned', 'may-tell', 'no-photo']);
export type PhotoPrivacy = z.infer<typeof PhotoPrivacy>;

/** A photo as it is, or made smaller: its longer side, in pixels, at most. */
export const PhotoSize = z.enum(['original', 'large', 'medium']);
export type PhotoSize = z.infer<typeof PhotoSize>;
export const longestSide = { large: 2048, medium: 1280 } as const;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** In bytes; of a file, and of the small picture that stands for it in the window. */
export const longestPiece = 512 * 1024;
export const longestThumbnail = 64 * 1024;
export const FilePiece = bytes.refine(({ byteLength }) => byteLength <= longestPiece);
export const Thumbnail = bytes.refine(({ byteLength }) => byteLength <= longestThumbnail);

/** A file that goes with a letter which is not sent yet. */
export const DraftAttachment = z.object({
  id: DraftAttachmentId,
  /** As the reader will see it. */
  name: z.string(),
  mimeType: z.string(),
  /** In bytes, of the size that is sent. */
  size: z.int(),
  photoSize: PhotoSize,
  /** The photo as it was is kept beside, to go back to. */
  hasOriginal: z.boolean(),
  privacy: PhotoPrivacy,
  /** A JPEG; null where there is none. */
  thumbnail: Thumbnail.nullable(),
});
export type DraftAttachment = Readonly<z.infer<typeof DraftAttachment>>;

/** How large a letter may be as it is sent, in bytes; a guess until the server has said so. */
export const LetterLimit = z.object({ bytes: z.int(), isKnown: z.boolean() });
export type LetterLimit = Readonly<z.infer<typeof LetterLimit>>;

/** In characters; most file systems take no more bytes. */
export const longestFilename = 255;
