import { encodedSize, largestLetter, letterSize, usualLimit } from '../../../shared/letter-size.ts';
import type { LetterLimit } from '../../../shared/model/draft-attachment.ts';
import { findAccount } from '../store/account.ts';
import { findAnnouncedSizes, type LetterPlace } from '../store/draft-attachments.ts';
import { findLetterLimit } from '../store/letter-limit.ts';
import type { SectionDatabase } from '../store/open-database.ts';

/** How large a letter of this section may be. */
export function letterLimit(db: SectionDatabase): LetterLimit {
  const account = findAccount(db);
  const said = account === null ? null : findLetterLimit(db, account.smtp);
  return { bytes: Math.min(said ?? usualLimit, largestLetter), isKnown: said !== null };
}

/** Whether a file of so many bytes goes into a letter beside what it has already. */
export function hasRoomFor(db: SectionDatabase, place: LetterPlace, size: number): boolean {
  const others = letterSize(findAnnouncedSizes(db, place));
  return others + encodedSize(size) <= letterLimit(db).bytes;
}

/** Both figures, for whoever reads that a letter is too large: `31.2 MB > 25 MB`. */
export function bothFigures(size: number, limit: number): string {
  return `${megabytes(size)} > ${megabytes(limit)}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
