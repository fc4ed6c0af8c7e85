import { foldText } from '../../../shared/fold-text.ts';
import type { ConversationId, MemberId } from '../../../shared/ids.ts';
import type { MemberRecord, MemberSummary, PostalAddress } from '../../../shared/model/member.ts';
import type { RegistrationStatus } from '../../../shared/model/registration.ts';
import type { CheckedFields, HeldElsewhere } from '../policy/registration-checks.ts';
import { findMemberEmails, findMemberPhones } from './member-contacts.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Place = { readonly addedAt: number; readonly id: MemberId };

type QueueRow = MemberSummary &
  Place & { readonly isAnswered: number; readonly conversationId: ConversationId | null };

export function countQueue(db: SectionDatabase, status: RegistrationStatus): number {
  const row = statement<{ total: number }>(db, 'SELECT total FROM member_count WHERE status = ?');
  return row.get(status)?.total ?? 0;
}

/** So many registrations of a status after a place, the oldest first, with the answer that came. */
export function findQueue(
  db: SectionDatabase,
  status: RegistrationStatus,
  after: Place | null,
  limit: number,
): readonly QueueRow[] {
  return statement<QueueRow>(
    db,
    `SELECT m.id, status, family_name AS familyName, given_name AS givenName,
       family_kana AS familyKana, given_kana AS givenKana, name_order AS nameOrder,
       added_at AS addedAt, r.sequence IS NOT NULL AS isAnswered,
       (SELECT conversation_id FROM message WHERE id = r.answer_id) AS conversationId
     FROM member m LEFT JOIN member_review r ON r.sequence = (
       SELECT sequence FROM member_review WHERE member_id = m.id AND is_answered = 1
       ORDER BY sequence DESC LIMIT 1)
     WHERE status = :status AND merged_into IS NULL AND (added_at, m.id) > (:addedAt, :id)
     ORDER BY added_at, m.id LIMIT :limit`,
  ).all({ status, addedAt: after?.addedAt ?? -1, id: after?.id ?? 0, limit });
}

type Shown = Pick<MemberRecord, 'familyName' | 'givenName' | 'familyKana' | 'givenKana'> & {
  readonly id: MemberId;
  readonly version: string;
  readonly date: string;
  readonly source: string;
};
type Of<T> = T & { readonly memberId: MemberId };

/** What these registrations are judged by: a few questions for all of them. */
export function findCheckedFields(
  db: SectionDatabase,
  memberIds: readonly MemberId[],
): ReadonlyMap<MemberId, CheckedFields> {
  const ids = JSON.stringify(memberIds);
  const where = 'member_id IN (SELECT value FROM json_each(?)) ORDER BY member_id, position';
  const emails = statement<Of<{ value: string }>>(
    db,
    `SELECT member_id AS memberId, address AS value FROM member_email WHERE ${where}`,
  ).all(ids);
  const phones = statement<Of<{ value: string }>>(
    db,
    `SELECT member_id AS memberId, number AS value FROM member_phone WHERE ${where}`,
  ).all(ids);
  const addresses = statement<Of<PostalAddress>>(
    db,
    `SELECT member_id AS memberId, country, postal_code AS postalCode, region, city, street, building
     FROM member_address WHERE ${where}`,
  ).all(ids);
  const shown = statement<Shown>(
    db,
    `SELECT id, family_name AS familyName, given_name AS givenName, family_kana AS familyKana,
       given_kana AS givenKana, consent_version AS version, consent_date AS date,
       consent_source AS source
     FROM member WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(ids);
  const valuesOf = (rows: readonly Of<{ readonly value: string }>[], id: MemberId) =>
    rows.filter(({ memberId }) => memberId === id).map(({ value }) => value);
  return new Map(
    shown.map(({ id, version, date, source, ...names }) => [
      id,
      {
        ...names,
        consent: { version, date, source },
        emails: valuesOf(emails, id),
        phones: valuesOf(phones, id),
        addresses: addresses
          .filter(({ memberId }) => memberId === id)
          .map(({ memberId: _, ...address }) => address),
      },
    ]),
  );
}

/** Who has the email addresses and telephone numbers of these registrations, they themselves too. */
export function findHeld(
  db: SectionDatabase,
  registrations: readonly Pick<CheckedFields, 'emails' | 'phones'>[],
): HeldElsewhere {
  const emails = registrations.flatMap((one) => one.emails.map(foldText));
  const phones = registrations.flatMap((one) => one.phones);
  return { emails: findMemberEmails(db, emails), phones: findMemberPhones(db, phones) };
}
