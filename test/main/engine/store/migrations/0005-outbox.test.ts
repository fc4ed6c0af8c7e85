import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import {
  findDueMail,
  findMailToFile,
  findOutboxItems,
} from '../../../../../main/engine/store/outbox-items.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('keeps letters on their way with their recipients, and files no copy of a filed one again', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 4));
  db.exec(`
    INSERT INTO conversation (id, subject) VALUES (3, 'A question');
    INSERT INTO outbox_item (token, conversation_id, header_message_id, state, recipient, mail_from,
      subject, text, html, raw, created_at, retry_at, filed)
    VALUES ('t', 3, 'm', 'queued', 'hana@example.com', 'world@minato.example', 'Re', 'Text',
        '<p>Text</p>', x'00', 1, 1, 0),
      ('u', 3, 'n', 'sent', 'hana@example.com', 'world@minato.example', 'Re', 'Old', NULL, x'', 1,
        NULL, 1);
    INSERT INTO outbox_recipient (outbox_item_id, role, address)
    VALUES (1, 'to', 'hana@example.com'), (1, 'cc', 'ken@minato.example'),
      (2, 'to', 'hana@example.com')`);
  migrate(db, () => undefined);
  expect(findOutboxItems(db)).toMatchObject([
    {
      ...{ state: 'queued', waitsFor: null, zone: null, looked: null },
      recipients: [
        { role: 'to', address: 'hana@example.com', state: 'waiting' },
        { role: 'cc', address: 'ken@minato.example', state: 'waiting' },
      ],
    },
  ]);
  expect(findDueMail(db, 1)).toMatchObject({ rcptTo: ['hana@example.com', 'ken@minato.example'] });
  expect(findMailToFile(db)).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
