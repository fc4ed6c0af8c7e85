import { beforeEach, expect, it } from 'vitest';
import { ingestMessage } from '../../../../main/engine/mail/mime/ingest-message.ts';
import { listConversations } from '../../../../main/engine/services/conversations.ts';
import { addNote } from '../../../../main/engine/services/notes.ts';
import type { SectionContext } from '../../../../main/engine/services/section-context.ts';
import { tagConversation } from '../../../../main/engine/services/tags.ts';
import { eraseNote, findNotes } from '../../../../main/engine/store/conversation-events.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import type { SearchOrder } from '../../../../shared/model/conversation.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

type Letter = {
  readonly subject: string;
  readonly from?: string;
  readonly to?: string;
  readonly day?: number;
  readonly text?: string;
  readonly file?: string;
  readonly seen?: boolean;
  readonly folder?: 'inbox' | 'archive' | 'trash';
};

const letters: readonly Letter[] = [
  { subject: 'Ferry', from: 'Mika Mori <mika@reader.example>', day: 3, text: 'The night ferry.' },
  { subject: 'Bridge', from: 'Ken <ken@reader.example>', to: 'Mika <mika@desk.example>', day: 5 },
  { subject: '訂正', from: '山田花子 <hana@reader.example>', day: 7, text: '第30番の記事です。' },
  { subject: 'Files', day: 9, file: 'ferry-times.pdf', seen: true },
  { subject: 'Old tram', day: 11, folder: 'archive', text: 'Ferry, ferry, ferry, tram' },
  { subject: 'A lottery win', day: 13, folder: 'trash' },
];

function toRaw({ subject, from, to, day = 1, text = 'Text', file }: Letter): Buffer {
  const head =
    `From: ${from ?? 'Aki <aki@reader.example>'}\r\nTo: ${to ?? 'World <world@minato.example>'}\r\n` +
    `Subject: ${subject}\r\nMessage-ID: <${day}@reader.example>\r\n` +
    `Date: ${new Date(2026, 9, day, 12).toUTCString()}\r\nMIME-Version: 1.0\r\n`;
  const type = 'Content-Type: text/plain; charset=utf-8\r\n\r\n';
  if (file === undefined) return Buffer.from(`${head}${type}${text}\r\n`);
  return Buffer.from(
    `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n${type}${text}\r\n--x\r\n` +
      `Content-Disposition: attachment; filename=${file}\r\n\r\nPDF\r\n--x--\r\n`,
  );
}

let section: SectionContext;
beforeEach(async () => {
  const db = sectionDatabase();
  section = sectionContext(db);
  for (const [index, letter] of letters.entries()) {
    const { seen = false, folder = 'inbox' } = letter;
    const folderId = keepFolder(db, folder, folder).id;
    const ingested = await ingestMessage(toRaw(letter));
    const arrived = { uid: index + 1, seen, arrivedAt: ingested.sentAt ?? 0, ingested };
    storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, [arrived]);
  }
  for (const [query, name] of [
    ['Bridge', 'Story tip'],
    ['訂正', '訂正'],
  ] as const) {
    const [row] = find(query).items;
    if (row === undefined) throw new Error(`no ${query}`);
    const place = { sectionId: 'world-services', conversationId: row.id } as const;
    tagConversation(section, { ...place, tag: { name }, isSet: true }, 0);
  }
});

function find(query: string, order: SearchOrder = 'newest', limit = 50) {
  const list = { sectionId: 'world-services', view: 'all', offset: 0 } as const;
  const result = listConversations(section, { ...list, query, order, limit });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const subjects = (query: string, order?: SearchOrder) =>
  find(query, order).items.map(({ subject }) => subject);

it('finds by who wrote and to whom, and not by who else is in the letter', () => {
  expect(subjects('mika')).toEqual(['Bridge', 'Ferry']);
  expect(subjects('from:mika')).toEqual(['Ferry']);
  expect(subjects('from:"Mika Mori"')).toEqual(['Ferry']);
  expect(subjects('to:mika@desk')).toEqual(['Bridge']);
  expect(subjects('差出人:花子')).toEqual(['訂正']);
  expect(subjects('mika -from:mika')).toEqual(['Bridge']);
  expect(subjects('from:mika OR from:hana')).toEqual(['訂正', 'Ferry']);
});

it('finds by a part of the letter', () => {
  expect(subjects('ferry')).toEqual(['Old tram', 'Files', 'Ferry']);
  expect(subjects('subject:ferry')).toEqual(['Ferry']);
  expect(subjects('filename:ferry')).toEqual(['Files']);
  expect(subjects('ferry has:attachment')).toEqual(['Files']);
  expect(subjects('ferry -has:attachment -tram')).toEqual(['Ferry']);
  expect(subjects('"night ferry" OR tram')).toEqual(['Old tram', 'Ferry']);
  expect(subjects('30番')).toEqual(['訂正']);
  expect(subjects('subject:30番')).toEqual([]);
});

it('finds by days', () => {
  expect(subjects('after:2026-10-09')).toEqual(['Old tram', 'Files']);
  expect(subjects('before:2026-10-05')).toEqual(['Ferry']);
  expect(subjects('ferry before:2026年10月9日')).toEqual(['Ferry']);
});

it('finds by how it stands, where it is and its tags', () => {
  expect(subjects('is:read')).toEqual(['Old tram', 'Files']);
  expect(subjects('is:unread -tag:訂正')).toEqual(['Bridge', 'Ferry']);
  expect(subjects('in:archive')).toEqual(['Old tram']);
  expect(subjects('フォルダー:アーカイブ ferry')).toEqual(['Old tram']);
  // What is thrown away is found where it is asked for, and only there.
  expect(subjects('lottery')).toEqual([]);
  expect(subjects('lottery in:trash')).toEqual(['A lottery win']);
  expect(subjects('tag:"story tip"')).toEqual(['Bridge']);
  expect(subjects('tag:story')).toEqual(['Bridge']);
  expect(subjects('tag:訂正')).toEqual(['訂正']);
  expect(subjects('tag:none')).toEqual([]);
});

it('finds notes and tags by their words, and forgets those of a note that was removed', () => {
  const [bridge] = find('Bridge').items;
  if (bridge === undefined) throw new Error('no letter');
  const place = { sectionId: 'world-services', conversationId: bridge.id } as const;
  expect(subjects('story')).toEqual(['Bridge']);
  addNote(section, { ...place, text: '確認済み: Ken agrees' }, 1);
  expect(subjects('確認済み agrees')).toEqual(['Bridge']);
  expect(subjects('agrees has:attachment')).toEqual([]);
  const [note] = findNotes(section.db, bridge.id, null);
  if (note === undefined) throw new Error('no note');
  // Only who wrote it may: nobody is signed in here, and it has no writer.
  eraseNote(section.db, bridge.id, note.id);
  expect(subjects('確認済み')).toEqual([]);
  const count = section.db.prepare('SELECT count(*) FROM message_search(?)').pluck();
  expect(count.get('"agrees"')).toBe(0);
});

it('finds without some words alone', () => {
  expect(subjects('-ferry')).toEqual(['訂正', 'Bridge']);
  expect(subjects('-from:mika -subject:files')).toEqual(['Old tram', '訂正', 'Bridge']);
});

it('puts what fits best first where that is asked for', () => {
  expect(subjects('tram OR ferry', 'relevance')[0]).toBe('Old tram');
  expect(subjects('ferry', 'relevance')[0]).toBe('Ferry');
});

it('pages through what it found, and says how much that is', () => {
  const list = { sectionId: 'world-services', view: 'all', query: 'ferry' } as const;
  const page = (offset: number) => listConversations(section, { ...list, offset, limit: 2 });
  expect(page(0)).toMatchObject({ value: { total: 3, isCut: false } });
  expect(page(2)).toMatchObject({ value: { total: 3, items: [{ subject: 'Ferry' }] } });
});
