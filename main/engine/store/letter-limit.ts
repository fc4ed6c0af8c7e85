import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Server = { readonly host: string; readonly port: number };

/** How large a letter a server said that it takes, in bytes; null where it has not. */
export function findLetterLimit(db: SectionDatabase, { host, port }: Server): number | null {
  const row = statement<{ bytes: number }>(
    db,
    'SELECT bytes FROM letter_limit WHERE host = ? AND port = ?',
  ).get(host.toLowerCase(), port);
  return row?.bytes ?? null;
}

/** Null for a server that names no limit any more. */
export function keepLetterLimit(
  db: SectionDatabase,
  { host, port }: Server,
  bytes: number | null,
): void {
  const place = { host: host.toLowerCase(), port };
  if (findLetterLimit(db, place) === bytes) return;
  if (bytes === null) {
    statement(db, 'DELETE FROM letter_limit WHERE host = :host AND port = :port').run(place);
    return;
  }
  statement(
    db,
    `INSERT INTO letter_limit (host, port, bytes) VALUES (:host, :port, :bytes)
     ON CONFLICT (host, port) DO UPDATE SET bytes = excluded.bytes`,
  ).run({ ...place, bytes });
}
