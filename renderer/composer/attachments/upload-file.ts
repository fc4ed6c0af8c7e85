import { failure, type Result } from '../../../shared/errors.ts';
import type { DraftAttachmentId } from '../../../shared/ids.ts';
import {
  type DraftAttachment,
  longestPiece,
  type PhotoSize,
} from '../../../shared/model/draft-attachment.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';

type Upload = {
  readonly sectionId: SectionId;
  readonly id: DraftAttachmentId;
  readonly photoSize: PhotoSize;
  readonly thumbnail: Uint8Array | null;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
};

/** Hands a file to the engine in pieces: never more of it is in memory than one. */
export async function uploadFile(file: Blob, upload: Upload): Promise<Result<DraftAttachment>> {
  const { sectionId, id: draftAttachmentId, photoSize, thumbnail, signal } = upload;
  const place = { sectionId, draftAttachmentId, photoSize };
  for (let offset = 0; offset < file.size; offset += longestPiece) {
    const content = await readPiece(file, offset);
    if (signal.aborted) return failure('cancelled');
    if (content === null) return failure('file-unreadable');
    const appended = await call('draftAttachment.append', { ...place, offset, content });
    if (!appended.ok) return appended;
    upload.onProgress(offset + content.length);
  }
  if (signal.aborted) return failure('cancelled');
  return call('draftAttachment.finish', { ...place, thumbnail });
}

/** Null for a folder, and for a file that has changed or gone since it was chosen. */
async function readPiece(file: Blob, offset: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(offset, offset + longestPiece).arrayBuffer());
  } catch {
    return null;
  }
}

/** The original of an attachment, as it is kept. */
export async function readOriginal(
  sectionId: SectionId,
  draftAttachmentId: DraftAttachmentId,
): Promise<Result<Blob>> {
  const pieces: BlobPart[] = [];
  for (;;) {
    const piece = pieces.length;
    const read = await call('draftAttachment.read', { sectionId, draftAttachmentId, piece });
    if (!read.ok) return read;
    const { content } = read.value;
    if (content.length === 0) return { ok: true, value: new Blob(pieces) };
    pieces.push(new Uint8Array(content));
  }
}
