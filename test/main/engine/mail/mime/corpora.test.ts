import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingestMessage } from '../../../../../main/engine/mail/mime/ingest-message.ts';
import { readAttachment } from '../../../../../main/engine/mail/mime/parse-message.ts';

const corpora = join(import.meta.dirname, '../../../../../../shared/corpora');
const present = existsSync(corpora);
if (!present) console.log('corpora not present, skipped');

function readMessages(): readonly (readonly [string, Buffer])[] {
  return readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:eml|msg)$/.test(name))
    .map((name) => [name, readFileSync(join(corpora, name))] as const);
}

it.skipIf(!present)('reads every message of the corpora, and its attachments', async () => {
  const messages = readMessages();
  expect(messages.length).toBeGreaterThan(440);
  for (const [name, raw] of messages) {
    const ingested = await ingestMessage(raw);
    expect(ingested.size, name).toBe(raw.length);
    for (const attachment of ingested.attachments) {
      expect((await readAttachment(raw, attachment.index))?.content.length, name).toBe(
        attachment.size,
      );
    }
  }
});

it.skipIf(!present)(
  'takes real bounces for bounces, and complaints and answering machines for none',
  async () => {
    const kindsOf = async (isWanted: (name: string) => boolean) =>
      Promise.all(
        readMessages()
          .filter(([name]) => name.startsWith('bounces/') && isWanted(name))
          .map(async ([, raw]) => (await ingestMessage(raw)).automation),
      );
    const others = /\/(?:arf|rfc3834)-/;
    const bounces = await kindsOf((name) => !others.test(name));
    const share = bounces.filter((kind) => kind === 'bounce').length / bounces.length;
    console.log(`bounces recognised: ${(share * 100).toFixed(1)} % of ${bounces.length}`);
    expect(share).toBeGreaterThanOrEqual(0.95);
    expect(await kindsOf((name) => others.test(name))).not.toContain('bounce');
  },
);
