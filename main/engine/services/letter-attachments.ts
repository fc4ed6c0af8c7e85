import type { DraftAttachmentId } from '../../../shared/ids.ts';
import { sentName } from '../policy/attachment-name.ts';
import { readPieces } from '../store/attachment-pieces.ts';
import { findDraftAttachments, type LetterPlace } from '../store/draft-attachments.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { LetterToCompose } from './compose-letter.ts';

/** The files of a letter, ready to be composed; null when they are not those that the window shows. */
export function readAttachments(
  db: SectionDatabase,
  place: LetterPlace,
  shown: readonly DraftAttachmentId[],
): LetterToCompose['attachments'] | null {
  const there = findDraftAttachments(db, place);
  const isSame = there.length === shown.length && there.every(({ id }) => shown.includes(id));
  if (!isSame) return null;
  return there.map((attachment) => ({
    filename: sentName(attachment),
    mimeType: attachment.mimeType,
    content: readPieces(db, attachment),
  }));
}

/** Another where one was removed, renamed or is sent in another size. */
export function stampOfAttachments(db: SectionDatabase, place: LetterPlace): string {
  const files = findDraftAttachments(db, place);
  return JSON.stringify(files.map(({ id, name, size, photoSize }) => [id, name, size, photoSize]));
}
