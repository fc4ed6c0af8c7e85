import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { headDigest } from '../../main/engine/mail/mime/head-digest.ts';
import type { IngestedMessage } from '../../main/engine/mail/mime/ingest-message.ts';

/** An ingested message with believable fields; give the ones that the test is about. */
export function ingestedMessage(fields: Partial<IngestedMessage> = {}): IngestedMessage {
  const from = [{ name: 'Hana Sato', address: 'hana@example.com' }];
  const message = {
    headerMessageId: null,
    inReplyTo: [],
    references: [],
    subject: 'A question',
    from,
    sender: [],
    replyTo: [],
    to: [{ name: 'World Services', address: 'world@minato.example' }],
    cc: [],
    sentAt: Date.UTC(2026, 10, 1),
    snippet: 'Could you tell me',
    attachments: [],
    automation: 'no',
    listId: null,
    search: { subject: 'a question', people: 'hana', attachments: '' },
    searchBody: Buffer.from('could you tell me'),
    ...fields,
  } as const;
  const raw = Buffer.from(JSON.stringify(message));
  return {
    ...message,
    contentHash: createHash('sha256').update(raw).digest('hex'),
    headDigest: headDigest(raw),
    size: raw.byteLength,
    compressed: new Uint8Array(deflateRawSync(raw)),
    ...fields,
  };
}
