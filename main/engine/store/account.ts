import { Account } from '../mail/account.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export function findAccount(db: SectionDatabase): Account | null {
  const row = statement<{ settings: string }>(db, 'SELECT settings FROM account').get();
  return row === undefined ? null : Account.parse(JSON.parse(row.settings));
}

export function saveAccount(db: SectionDatabase, account: Account): void {
  statement(
    db,
    `INSERT INTO account (id, settings) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
  ).run(JSON.stringify(account));
}
