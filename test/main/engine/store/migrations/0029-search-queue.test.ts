import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { renewSearch } from '../../../../../main/engine/jobs/bodies/renew-search.ts';
import { toMatch } from '../../../../../main/engine/mail/mime/search-match.ts';
import { createMimePool } from '../../../../../main/engine/mail/mime/worker-pool.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { searchQueue } from '../../../../../main/engine/store/migrations/0029-search-queue.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const workerUrl = new URL('../../../../../main/engine/mail/mime-worker.ts', import.meta.url);

it('has the words of messages of before written anew', async () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(searchQueue)));
  const raw = Buffer.from(
    'From: Mika <mika@reader.example>\r\nSubject: x\r\n' +
      'Content-Type: text/plain; charset=utf-8\r\n\r\n第30番の記事\r\n',
  );
  db.exec(`
    INSERT INTO conversation (id, subject, newest_at, message_count, inbox_count)
      VALUES (1, 'x', 5, 1, 1);
    INSERT INTO message (id, content_hash, conversation_id, direction, from_name, from_address,
        recipients, reference_ids, subject, snippet, sent_at, size, automation, attachments)
      VALUES (1, zeroblob(32), 1, 'in', '', 'mika@reader.example', '{}', '[]', 'x', '', 5, 1, 'no',
        '[{"filename":"地図.pdf"}]');
    INSERT INTO message_search (rowid, subject, people, body, attachments)
      VALUES (1, 'x', 'mika reader example', '第 30 番の の記 記事 事', '');
  `);
  db.prepare('INSERT INTO message_source (message_id, deflated) VALUES (1, ?)').run(
    deflateRawSync(raw),
  );
  expect(migrate(db, () => undefined)).toBe('migrated');
  const find = (words: string) =>
    db
      .prepare('SELECT rowid FROM message_search(?)')
      .pluck()
      .all(toMatch(words, { isExact: true }));
  expect(find('0番の')).toEqual([]);
  const mime = createMimePool({ workerUrl, size: 1 });
  await renewSearch(db, mime, new AbortController().signal);
  await mime.close();
  for (const words of ['0番の', '第30番', 'mika@reader.example', '地図.pdf'])
    expect(find(words), words).toEqual([1]);
  expect(db.prepare('SELECT count(*) FROM search_queue').pluck().get()).toBe(0);
});
