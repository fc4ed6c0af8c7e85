import type { MessageId } from '../../../shared/ids.ts';
import type { ErasedPerson } from './erased-person.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

const mine = '(SELECT value FROM json_each(:ids))';
const mineAsText = '(SELECT CAST(value AS TEXT) FROM json_each(:ids))';
const theirs = '(SELECT value FROM json_each(:addresses))';

const found = 'SELECT rowid FROM message_search WHERE message_search MATCH :match';
const ofForms = `SELECT message_id FROM form_mail
  WHERE member_id IN ${mine} AND message_id IS NOT NULL`;

/** Mail that has one of their addresses anywhere in it, and forms of theirs. */
const mails = `(${found} UNION ${ofForms})`;

/** From them or to them, and forms of theirs: that somebody else mentions them is not enough. */
const letters = `(SELECT id FROM message m WHERE id IN (${ofForms}) OR id IN (${found}) AND (
  lower(from_address) IN ${theirs} OR EXISTS (SELECT 1 FROM json_tree(m.recipients) r
    WHERE r.key = 'address' AND lower(r.value) IN ${theirs})))`;

const conversations = `(
  SELECT conversation_id FROM message WHERE id IN ${letters}
  UNION SELECT conversation_id FROM outbox_item o JOIN outbox_recipient r ON r.outbox_item_id = o.id
    WHERE lower(r.address) IN ${theirs})`;

const counted = {
  records: `member WHERE id IN ${mine}`,
  emails: `member_email WHERE member_id IN ${mine}`,
  phones: `member_phone WHERE member_id IN ${mine}`,
  addresses: `member_address WHERE member_id IN ${mine}`,
  custom: `member_custom WHERE member_id IN ${mine}`,
  history: `member_change WHERE member_id IN ${mine}`,
  reviews: `member_review WHERE member_id IN ${mine}`,
  claims: `review_claim WHERE member_id IN ${mine}`,
  pairs: `told_apart WHERE low IN ${mine} OR high IN ${mine}`,
  imports: `member_import_change WHERE sequence IN (
    SELECT sequence FROM member_change WHERE member_id IN ${mine})`,
  drafts: `draft WHERE conversation_id IN ${conversations}`,
  editedDrafts: `edited_draft WHERE conversation_id IN ${conversations}`,
  formsOfAddress: `honorific WHERE address IN ${theirs}`,
  letters: `message WHERE id IN ${letters}`,
  mentions: `message WHERE id IN ${mails} AND id NOT IN ${letters}`,
  ledger: `chain_entry WHERE target IN ${mineAsText} OR lower(target) IN ${theirs}`,
  disclosures: `disclosure_member WHERE member_id IN ${mine}`,
  requests: `member_request WHERE member_id IN ${mine}`,
  formMarks: `form_mail WHERE member_id IN ${mine}`,
} as const;

export type ErasureCounts = Readonly<Record<keyof typeof counted, number>>;

function parametersOf({ ids, addresses, matches }: ErasedPerson) {
  return {
    ids: JSON.stringify(ids),
    addresses: JSON.stringify(addresses),
    // FTS5 3.2: an empty phrase matches nothing.
    match: matches.length === 0 ? '""' : matches.join(' OR '),
  };
}

/** How much of a person there is in each place of the section. */
export function countErasure(db: SectionDatabase, person: ErasedPerson): ErasureCounts {
  const all = parametersOf(person);
  const count = (sql: string) => {
    const used = Object.entries(all).filter(([name]) => sql.includes(`:${name}`));
    const row = statement<{ total: number }>(db, `SELECT count(*) AS total FROM ${sql}`).get(
      Object.fromEntries(used),
    );
    return row?.total ?? 0;
  };
  return Object.fromEntries(
    Object.entries(counted).map(([place, sql]) => [place, count(sql)]),
  ) as ErasureCounts;
}

/** Their letters, to be deleted; what is recorded of ours to them beside a copy in Sent goes at once. */
export function takeLettersOf(db: SectionDatabase, person: ErasedPerson): MessageId[] {
  const all = parametersOf(person);
  const found = statement<{ id: MessageId }>(db, `SELECT id FROM ${letters}`).all(all);
  statement(
    db,
    `DELETE FROM outbox_item WHERE filed = 1 AND id IN (
       SELECT outbox_item_id FROM outbox_recipient WHERE lower(address) IN ${theirs})`,
  ).run({ addresses: all.addresses });
  return found.map(({ id }) => id);
}

/** Whether a letter in their conversations has not left yet: to whomever, it answers one of theirs. */
export function hasLetterUnderWay(db: SectionDatabase, person: ErasedPerson): boolean {
  const sql = `SELECT 1 FROM outbox_item WHERE filed = 0 AND conversation_id IN ${conversations} LIMIT 1`;
  return statement(db, sql).get(parametersOf(person)) !== undefined;
}

/** Whether a letter to them has not left yet, or nobody knows whether it has. */
export function hasOpenLetter(db: SectionDatabase, person: ErasedPerson): boolean {
  const { addresses } = parametersOf(person);
  const open = statement(
    db,
    `SELECT 1 FROM outbox_item o JOIN outbox_recipient r ON r.outbox_item_id = o.id
     WHERE o.filed = 0 AND lower(r.address) IN ${theirs} LIMIT 1`,
  ).get({ addresses });
  return open !== undefined;
}

/** Replies to them that were begun, with their files, and how they are to be addressed. */
export function deleteDraftsTo(db: SectionDatabase, person: ErasedPerson): void {
  const all = parametersOf(person);
  for (const table of ['draft', 'edited_draft'])
    statement(db, `DELETE FROM ${table} WHERE conversation_id IN ${conversations}`).run(all);
  statement(
    db,
    `DELETE FROM draft_attachment
     WHERE outbox_item_id IS NULL AND conversation_id IN ${conversations}`,
  ).run(all);
  const { addresses } = all;
  statement(db, `DELETE FROM honorific WHERE address IN ${theirs}`).run({ addresses });
}

/**
 * Whether an import puts down rows, or writes them: they may be of anybody, and were looked through
 * before.
 */
export function isImportUnderWay(db: SectionDatabase): boolean {
  return (
    statement(
      db,
      `SELECT 1 FROM member_import WHERE state IN ('preparing', 'writing') LIMIT 1`,
    ).get() !== undefined
  );
}
