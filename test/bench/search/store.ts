import { toIngested } from '../../../main/engine/mail/mime/ingest-message.ts';
import type { ParsedMessage } from '../../../main/engine/mail/mime/parsed-message.ts';
import { toBodyWords, toSearchFields } from '../../../main/engine/mail/mime/search-fields.ts';
import { findConversations } from '../../../main/engine/store/conversations.ts';
import { keepFolder } from '../../../main/engine/store/folders.ts';
import { inTransaction } from '../../../main/engine/store/in-transaction.ts';
import { insertWords } from '../../../main/engine/store/message-parts.ts';
import { migrate } from '../../../main/engine/store/migrate.ts';
import { openDatabase, withoutFlush } from '../../../main/engine/store/open-database.ts';
import { compileSearch } from '../../../main/engine/store/search/compile-search.ts';
import { type ArrivedMessage, storeMessages } from '../../../main/engine/store/store-messages.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { parseSearch } from '../../../shared/search/parse-search.ts';

/** As many as a first sync stores at once. */
const atOnce = 60;

const nothing = {
  search: { subject: '', people: '', attachments: '' },
  searchBody: Buffer.alloc(0),
};

/** An encrypted section whose index is written apart from all else, so that it can be timed. */
export function createSearchStore(path: string, key: Buffer) {
  const db = openDatabase({ path, key, nativeBinding: null });
  migrate(db, () => undefined);
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  const last = db.prepare('SELECT max(id) FROM message').pluck();
  const pages = () => Number(db.pragma('page_count', { simple: true }));
  let waiting: { arrived: ArrivedMessage; parsed: ParsedMessage }[] = [];
  let uid = 0;
  let indexMs = 0;
  let indexPages = 0;

  function flush(): void {
    const first = Number(last.get() ?? 0);
    withoutFlush(db, () =>
      storeMessages(
        db,
        { folderId, ownAddress: 'bench@minato.example' },
        waiting.map(({ arrived }) => arrived),
      ),
    );
    const began = { at: performance.now(), pages: pages() };
    withoutFlush(db, () =>
      inTransaction(db, () => {
        for (const [at, { parsed }] of waiting.entries()) {
          const id = (first + at + 1) as MessageId;
          db.prepare('DELETE FROM message_search WHERE rowid = ?').run(id);
          insertWords(db, id, {
            search: toSearchFields(parsed),
            searchBody: Buffer.from(toBodyWords(parsed)),
          });
        }
      }),
    );
    indexMs += performance.now() - began.at;
    indexPages += pages() - began.pages;
    waiting = [];
  }

  return {
    add(raw: Buffer, parsed: ParsedMessage): void {
      uid += 1;
      const ingested = { ...toIngested(raw, parsed), ...nothing };
      const seen = uid % 10 !== 0;
      const otherFlags = uid % 500 === 0 ? 'Desk' : '';
      waiting.push({
        arrived: { uid, seen, otherFlags, arrivedAt: ingested.sentAt ?? 0, ingested },
        parsed,
      });
      if (waiting.length === atOnce) flush();
    },
    finish() {
      if (waiting.length > 0) flush();
      db.pragma('wal_checkpoint(TRUNCATE)');
      const bytes = indexPages * Number(db.pragma('page_size', { simple: true }));
      return { indexMs, indexBytes: bytes };
    },
    search(text: string) {
      const began = performance.now();
      const search = compileSearch(db, parseSearch(text, Date.now()));
      const { total, isCut } = findConversations(db, {
        view: 'all',
        search,
        offset: 0,
        limit: 100,
      });
      return { ms: performance.now() - began, total, isCut };
    },
    close: () => db.close(),
  };
}
