/*
 * What a first sync is made of, each stage by itself on one core and one after the other: parsing, the
 * rows, the search index, encryption. Input: how many messages of how many bytes.
 */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  type IngestedMessage,
  ingestMessage,
} from '../../../main/engine/mail/mime/ingest-message.ts';
import { keepFolder } from '../../../main/engine/store/folders.ts';
import { migrate } from '../../../main/engine/store/migrate.ts';
import {
  openDatabase,
  type SectionDatabase,
  withoutFlush,
} from '../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../main/engine/store/store-messages.ts';
import { generateMessages } from '../generate-mail.ts';

/** Milliseconds. */
export type Stages = Readonly<Record<'parse' | 'rows' | 'index' | 'encryption', number>>;

const { count, bytes } = JSON.parse(process.argv[2] ?? '') as { count: number; bytes: number };
const batchSize = 100;

const folder = mkdtempSync(join(tmpdir(), 'fumibako-stages-'));
try {
  const messages = generateMessages(count, bytes);
  const ingested: IngestedMessage[] = [];
  const parse = await timed(async () => {
    for (const message of messages) ingested.push(await ingestMessage(message));
  });
  const path = (name: string) => join(folder, `${name}.db`);
  const encrypted = openDatabase({ path: path('1'), key: randomBytes(32), nativeBinding: null });
  const everything = await store(encrypted, ingested);
  const unencrypted = await store(plainDatabase(path('2')), ingested);
  const withoutIndex = plainDatabase(path('3'));
  migrate(withoutIndex, () => undefined);
  withoutIndex.exec(`DROP TABLE message_search;
    CREATE TABLE message_search (subject, people, body, attachments)`);
  withoutIndex.exec(`CREATE TRIGGER unread BEFORE INSERT ON message_search
    BEGIN SELECT RAISE (IGNORE); END`);
  const rows = await store(withoutIndex, ingested);
  const stages: Stages = {
    ...{ parse, rows },
    index: unencrypted - rows,
    encryption: everything - unencrypted,
  };
  console.log(JSON.stringify(stages));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** As `openDatabase` makes one, but for the key. */
function plainDatabase(path: string): SectionDatabase {
  const db = new Database(path);
  for (const pragma of ['temp_store = MEMORY', 'auto_vacuum = INCREMENTAL', 'journal_mode = WAL'])
    db.pragma(pragma);
  for (const pragma of ['wal_autocheckpoint = 4000', 'foreign_keys = ON', 'secure_delete = ON'])
    db.pragma(pragma);
  return db;
}

function store(db: SectionDatabase, ingested: readonly IngestedMessage[]): Promise<number> {
  migrate(db, () => undefined);
  const inbox = keepFolder(db, 'inbox', 'INBOX');
  const target = { folderId: inbox.id, ownAddress: 'world@minato.example' };
  return timed(async () => {
    for (let start = 0; start < ingested.length; start += batchSize) {
      const batch = ingested.slice(start, start + batchSize).map((message, index) => ({
        ...{ uid: start + index + 1, seen: false, arrivedAt: 0, ingested: message },
      }));
      withoutFlush(db, () => storeMessages(db, target, batch));
    }
    db.close();
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
