import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { createMimePool } from '../../../../main/engine/mail/mime/worker-pool.ts';
import { readMessage, saveAttachment } from '../../../../main/engine/services/messages.ts';
import { MessageId } from '../../../../shared/ids.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const mime = createMimePool({
  workerUrl: new URL('../../../../main/engine/mail/mime-worker.ts', import.meta.url),
  size: 1,
});
afterAll(() => mime.close());

const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256));
const raw = Buffer.from(
  [
    'From: hana@example.com',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'See the picture.',
    '--b',
    'Content-Type: image/png; name="../../港.png"',
    'Content-Disposition: attachment',
    'Content-Transfer-Encoding: base64',
    '',
    ...(bytes.toString('base64').match(/.{1,76}/g) ?? []),
    '--b--',
    '',
  ].join('\r\n'),
);

function section() {
  const db = sectionDatabase();
  const { messageId } = storeLetter(db, { compressed: new Uint8Array(deflateRawSync(raw)) });
  return { context: sectionContext(db), messageId };
}

const sectionId = 'world-services' as const;

it('writes an attachment byte for byte where staff chose to, and nothing beside it', async () => {
  const { context, messageId } = section();
  const folder = temporaryFolder();
  const path = join(folder, 'picture.png');
  const target = { sectionId, messageId, index: 0, path };
  expect(await saveAttachment(context, mime, target)).toEqual({ ok: true, value: null });
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(['picture.png']);
});

it('says that a file could not be written, and leaves none that is half written', async () => {
  const { context, messageId } = section();
  const folder = temporaryFolder();
  const target = { sectionId, messageId, index: 0 };
  expect(
    await saveAttachment(context, mime, { ...target, path: join(folder, 'none', 'a.png') }),
  ).toEqual({ ok: false, error: { code: 'save-failed', detail: 'ENOENT' } });
  mkdirSync(join(folder, 'taken'));
  expect(
    await saveAttachment(context, mime, { ...target, path: join(folder, 'taken') }),
  ).toMatchObject({ error: { code: 'save-failed' } });
  expect(readdirSync(folder)).toEqual(['taken']);
});

it('answers for a message or attachment that is not there', async () => {
  const { context, messageId } = section();
  const path = join(temporaryFolder(), 'a.png');
  expect(
    await saveAttachment(context, mime, { sectionId, messageId, index: 7, path }),
  ).toMatchObject({ error: { code: 'not-found' } });
  expect(
    await readMessage(context, mime, { sectionId, messageId: MessageId.parse(999) }),
  ).toMatchObject({ error: { code: 'not-found' } });
});
