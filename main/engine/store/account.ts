import { Account } from '../mail/account.ts';
import type { Tokens } from '../mail/oauth/tokens.ts';
import { inTransaction } from './in-transaction.ts';
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

/** Puts new tokens in the place of old ones, unless the account has others by now. */
export function renewTokensOf(db: SectionDatabase, before: Tokens, tokens: Tokens): void {
  inTransaction(db, () => {
    const account = findAccount(db);
    if (account?.tokens?.accessToken !== before.accessToken) return;
    saveAccount(db, { ...account, tokens });
  });
}
