import { appendPiece } from '../../main/engine/store/attachment-pieces.ts';
import {
  finishDraftAttachment,
  insertDraftAttachment,
  type LetterPlace,
} from '../../main/engine/store/draft-attachments.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import type { DraftAttachmentId } from '../../shared/ids.ts';

/** Puts a small text file into a letter that is written. */
export function storeAttachment(
  db: SectionDatabase,
  place: LetterPlace,
  name = 'timetable.txt',
): DraftAttachmentId {
  const content = Buffer.from(`what is in ${name}`);
  const size = content.length;
  const photoSize = 'original' as const;
  const id = insertDraftAttachment(db, place, { name, mimeType: 'text/plain', size, photoSize });
  appendPiece(db, { id, photoSize }, content);
  finishDraftAttachment(db, id, photoSize, { size, privacy: 'no-photo' }, null);
  return id;
}
