import type { MemberId } from '../../../shared/ids.ts';
import type { PostalAddress } from '../../../shared/model/member.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Whose record holds something. */
type Held<T> = T & { readonly memberId: MemberId };

export type HeldAddress = Held<Pick<PostalAddress, 'postalCode' | 'city' | 'street'>>;

/** Those of these email addresses, folded, that records hold. */
export function findMemberEmails(
  db: SectionDatabase,
  folded: readonly string[],
): readonly Held<{ readonly folded: string }>[] {
  return statement<Held<{ folded: string }>>(
    db,
    `SELECT member_id AS memberId, folded FROM member_email
     WHERE folded IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(folded));
}

/** Those of these telephone numbers, in E.164, that records hold. */
export function findMemberPhones(
  db: SectionDatabase,
  numbers: readonly string[],
): readonly Held<{ readonly number: string }>[] {
  return statement<Held<{ number: string }>>(
    db,
    `SELECT member_id AS memberId, number FROM member_phone
     WHERE number IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(numbers));
}

/** Postal addresses in records that have one of these codes, or one of these for their street. */
export function findMemberAddresses(
  db: SectionDatabase,
  { codes, streets }: { readonly codes: readonly string[]; readonly streets: readonly string[] },
): readonly HeldAddress[] {
  const columns = 'member_id AS memberId, postal_code AS postalCode, city, street';
  return statement<HeldAddress>(
    db,
    `SELECT ${columns} FROM member_address
     WHERE postal_code IN (SELECT value FROM json_each(:codes))
     UNION SELECT ${columns} FROM member_address
     WHERE street COLLATE NOCASE IN (SELECT value FROM json_each(:streets))`,
  ).all({ codes: JSON.stringify(codes), streets: JSON.stringify(streets) });
}
