import type { MessageId } from '../../../shared/ids.ts';
import type { Honorific } from '../../../shared/model/honorific.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Null when nobody has chosen. */
export function findHonorific(db: SectionDatabase, address: string): Honorific | null {
  const row = statement<{ honorific: Honorific }>(
    db,
    'SELECT honorific FROM honorific WHERE address = lower(?)',
  ).get(address);
  return row?.honorific ?? null;
}

/** Null forgets it. */
export function saveHonorific(
  db: SectionDatabase,
  address: string,
  honorific: Honorific | null,
): void {
  if (honorific === null) {
    statement(db, 'DELETE FROM honorific WHERE address = lower(?)').run(address);
    return;
  }
  statement(
    db,
    `INSERT INTO honorific (address, honorific) VALUES (lower(?), ?)
     ON CONFLICT (address) DO UPDATE SET honorific = excluded.honorific`,
  ).run(address, honorific);
}

/** Who a letter is from, and who it asks to be answered. */
const writers = `SELECT lower(from_address) AS address FROM message WHERE id = :id
  UNION SELECT lower(r.value ->> '$.address') FROM message m, json_each(m.recipients, '$.replyTo') r
    WHERE m.id = :id`;

/** The addresses, as they are kept, of a letter's writer for whom something was chosen. */
export function findHonorificsOf(db: SectionDatabase, id: MessageId): string[] {
  return statement<{ address: string }>(
    db,
    `SELECT h.address AS address FROM (${writers}) w JOIN honorific h ON h.address = w.address`,
  )
    .all({ id })
    .map(({ address }) => address);
}

/** Forgets how a reader is addressed who has no letter here any more. `address` as it is kept. */
export function forgetHonorific(db: SectionDatabase, address: string): void {
  if (!hasLetterOf(db, address))
    statement(db, 'DELETE FROM honorific WHERE address = ?').run(address);
}

/** Whether there is a letter that this address, in lower case, wrote or is to be answered at. */
export function hasLetterOf(db: SectionDatabase, address: string): boolean {
  const letter = statement(
    db,
    `SELECT 1 FROM message m WHERE direction = 'in' AND (lower(from_address) = :address
       OR EXISTS (SELECT 1 FROM json_each(m.recipients, '$.replyTo') r
         WHERE lower(r.value ->> '$.address') = :address)) LIMIT 1`,
  ).get({ address });
  return letter !== undefined;
}
