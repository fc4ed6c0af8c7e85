import { expect, it } from 'vitest';
import { sectionDatabase } from '../../../../support/section-database.ts';

it('makes every table of a mail section', () => {
  const rows = sectionDatabase()
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'message_search_%'
       AND name NOT LIKE 'member_words_%' ORDER BY name`,
    )
    .all() as { name: string }[];
  expect(rows.map(({ name }) => name)).toEqual([
    'account',
    'canned_reply',
    'canned_version',
    'chain_entry',
    'chain_key',
    'conversation',
    'conversation_event',
    'conversation_folder',
    'conversation_tag',
    'copied_words',
    'deleted_mail',
    'deletion_place',
    'disclosure',
    'disclosure_member',
    'draft',
    'draft_attachment',
    'draft_attachment_file',
    'draft_attachment_piece',
    'edited_draft',
    'erasure',
    'event_key',
    'flag_action',
    'folder',
    'folder_message',
    'form',
    'form_mail',
    'form_queue',
    'group_company',
    'group_company_version',
    'honorific',
    'letter_limit',
    'lost_place',
    'member',
    'member_address',
    'member_change',
    'member_count',
    'member_custom',
    'member_email',
    'member_hold',
    'member_import',
    'member_import_change',
    'member_import_mapping',
    'member_import_row',
    'member_phone',
    'member_request',
    'member_review',
    'member_words',
    'merged_conversation',
    'message',
    'message_search',
    'message_source',
    'move_action',
    'outbox_item',
    'outbox_recipient',
    'retention_rule',
    'retention_run',
    'review_claim',
    'saved_search',
    'search_queue',
    'section_settings',
    'server_draft',
    'staff_words_queue',
    'thread_reference',
    'told_apart',
    'tombstone',
    'tombstone_key',
  ]);
});

it('refuses a second account', () => {
  const db = sectionDatabase();
  db.prepare("INSERT INTO account VALUES (1, '{}')").run();
  expect(() => db.prepare("INSERT INTO account VALUES (2, '{}')").run()).toThrow('CHECK');
});

it('refuses a message of a conversation that is not there', () => {
  const db = sectionDatabase();
  expect(() =>
    db
      .prepare(
        `INSERT INTO message (content_hash, conversation_id, direction, from_name, from_address,
           recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
         VALUES (x'00', 1, 'in', '', '', '', '', '', '', 0, 0, 'no', '[]')`,
      )
      .run(),
  ).toThrow('FOREIGN KEY');
});
