import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { createMimePool, type MimePool } from '../../../../../main/engine/mail/mime/worker-pool.ts';
import { readFixture } from './read-fixture.ts';

const workerUrl = new URL('../../../../../main/engine/mail/mime-worker.ts', import.meta.url);
const misbehavingUrl = new URL('./misbehaving-worker.ts', import.meta.url);
let pool: MimePool | null = null;

afterEach(async () => {
  await pool?.close();
});

function open(url: URL, timeLimit = 20_000): MimePool {
  pool = createMimePool({ workerUrl: url, size: 1, timeLimit });
  return pool;
}

const mail = (words: string) =>
  Buffer.from(
    `From: R <r@example.com>\r\nSubject: S\r\nMessage-ID: <${words.length}@example.com>\r\n\r\n${words}`,
  );

it('hashes, compresses and reads many messages in order', async () => {
  const raws = [readFixture('iso-2022-jp.eml'), mail('one'), mail('three')];
  const ingested = await open(workerUrl).ingestMany(raws);
  expect(ingested.map((one) => one.snippet)).toEqual(['記事についての質問です。', 'one', 'three']);
  for (const [index, raw] of raws.entries()) {
    const one = ingested[index];
    expect(one?.contentHash).toBe(createHash('sha256').update(raw).digest('hex'));
    expect(inflateRawSync(one?.compressed ?? Buffer.alloc(0)).equals(raw)).toBe(true);
  }
  expect(ingested[0]?.search.people).toContain('hanako@example.com');
});

it('leaves the caller its bytes', async () => {
  const raw = Uint8Array.from(mail('mine'));
  await open(workerUrl).ingest(raw);
  expect(raw.byteLength).toBeGreaterThan(0);
});

it('reads a stored message and its attachment', async () => {
  const stored = deflateRawSync(readFixture('rfc2231-filename.eml'));
  const reader = open(workerUrl);
  expect((await reader.parse(stored)).text).toBe('See file.');
  const attachment = await reader.readAttachment(stored, 0);
  expect(attachment?.filename).toBe('申請書.pdf');
  expect(Buffer.from(attachment?.content ?? []).toString()).toBe('%PDF-');
  expect(await reader.readAttachment(stored, 9)).toBeNull();
});

it('reads the images that the HTML shows', async () => {
  const images = await open(workerUrl).readInlineImages(
    deflateRawSync(readFixture('inline-image.eml')),
  );
  expect(images).toMatchObject([{ contentId: 'logo@example.com', mimeType: 'image/png' }]);
  expect(Buffer.from(images[0]?.content ?? []).toString('latin1')).toBe('\x89PNG');
});

it.each(['PLEASE CRASH', 'PLEASE EXIT', 'PLEASE HANG'])(
  'keeps a message that says %s as unparsed and reads the others',
  async (words) => {
    const survivor = open(misbehavingUrl, 6000);
    const queued = survivor.ingest(mail('queued'));
    const batch = survivor.ingestMany([mail('before'), mail(words), mail('after')]);
    const later = survivor.ingest(mail('later'));
    expect((await queued).snippet).toBe('queued');
    const [before, bad, after] = await batch;
    expect(before).toMatchObject({ snippet: 'before' });
    expect(bad).toMatchObject({
      subject: 'S',
      from: [{ name: '', address: 'r@example.com' }],
      headerMessageId: `${words.length}@example.com`,
    });
    expect(inflateRawSync(bad?.compressed ?? Buffer.alloc(0)).equals(mail(words))).toBe(true);
    expect(after).toMatchObject({ snippet: 'after' });
    expect((await later).snippet).toBe('later');
  },
  30_000,
);
