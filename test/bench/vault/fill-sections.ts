/*
 * A profile with three sections that hold 100,000 messages between them. World Services gets an
 * attachment with each, that no compression makes smaller, so that its file is of 500 MB.
 */
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyHolder } from '../../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../../main/engine/keyring/keyring-file.ts';
import { scryptCost } from '../../../main/engine/keyring/passphrase-key.ts';
import { silentLog } from '../../../main/engine/log.ts';
import { toSearchText } from '../../../main/engine/mail/mime/search-text.ts';
import { keepFolder } from '../../../main/engine/store/folders.ts';
import { openDatabase } from '../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../main/engine/store/store-messages.ts';
import { ingestedMessage } from '../../support/ingested-message.ts';
import { plainEngine } from '../../support/plain-engine.ts';
import { passphrase } from './sign-in.ts';

const { dataFolder } = JSON.parse(process.argv[2] ?? '') as { dataFolder: string };

/** Messages, and bytes of each that cannot be compressed. */
const sections = {
  'world-services': { count: 40_000, bytes: 10_500 },
  'website-editor': { count: 40_000, bytes: 600 },
  members: { count: 20_000, bytes: 600 },
} as const;
const batch = 500;
const text = Array.from({ length: 40 }, (_, at) => `a line ${at} of the letter, 読者からの手紙`);

const engine = plainEngine(
  dataFolder,
  () => undefined,
  silentLog,
  async () => null,
  scryptCost,
);
const created = await engine.call('session.create', { name: 'Bench', passphrase });
if (!created.ok) throw new Error(created.error.code);
await engine.close();

const [profile] = readKeyring(dataFolder, Date.now()).keyring.profiles;
const keys = profile === undefined ? null : await openKeyHolder(profile, passphrase);
if (keys === null) throw new Error('the passphrase opens no keys');

let messages = 0;
let bytes = 0;
for (const [sectionId, { count, bytes: size }] of Object.entries(sections)) {
  const path = join(dataFolder, 'sections', `${sectionId}.db`);
  const [key] = keys.get(sectionId as keyof typeof sections) ?? [];
  if (key === undefined) throw new Error('no key');
  const db = openDatabase({ path, key, nativeBinding: null });
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  for (let first = 0; first < count; first += batch) {
    storeMessages(
      db,
      { folderId, ownAddress: 'bench@minato.example' },
      Array.from({ length: batch }, (_, at) => letter(first + at, size)),
    );
  }
  db.close();
  messages += count;
  bytes += statSync(path).size;
}
console.log(JSON.stringify({ messages, megabytes: Math.round(bytes / 1e6) }));
process.exit(0);

/** Every third one is an answer in the conversation of the one before. */
function letter(index: number, size: number) {
  const subject = `Question ${index} about the morning edition`;
  const body = `${text.join('\n')}\n${index}`;
  const sentAt = Date.UTC(2020, 0, 1) + index * 1_800_000;
  const ingested = ingestedMessage({
    headerMessageId: `${index}@reader.example`,
    references: index % 3 === 2 ? [`${index - 1}@reader.example`] : [],
    from: [{ name: `Reader ${index}`, address: `reader${index}@reader.example` }],
    subject,
    snippet: body.slice(0, 200),
    sentAt,
    search: {
      subject: toSearchText(subject),
      people: `reader ${index}`,
      attachments: '',
    },
  });
  return {
    uid: index + 1,
    seen: index % 5 !== 0,
    arrivedAt: sentAt,
    ingested: {
      ...ingested,
      searchBody: Buffer.from(toSearchText(body)),
      compressed: new Uint8Array(randomBytes(size)),
    },
  };
}
