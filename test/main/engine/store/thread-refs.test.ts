import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingestMessage } from '../../../../main/engine/mail/mime/ingest-message.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { migrate } from '../../../../main/engine/store/migrate.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { spamAssassin } from '../../../support/spam-assassin.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const user = 'threads';
let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot([user]);
});
afterAll(() => dovecot.stop());

/** Each message's conversation, by what it says of itself. */
type Threads = ReadonlyMap<string, number>;

/** Of imapflow, whose types leave it out. */
type Executing = {
  readonly exec: (
    command: string,
    attributes: readonly object[],
    options: object,
  ) => Promise<{ readonly next: () => void }>;
};

async function theirs(): Promise<Threads> {
  const client = new ImapFlow({
    ...{ host: dovecot.host, port: dovecot.imapPort, secure: false, doSTARTTLS: false },
    ...{ auth: { user, pass: dovecot.password }, logger: false },
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const names = new Map<number, string>();
  const query = { uid: true, headers: ['x-fumibako-name'] };
  for await (const { seq, headers } of client.fetch('1:*', query))
    names.set(seq, /: (\S+)/.exec(headers?.toString() ?? '')?.[1] ?? '');
  const threads = new Map<string, number>();
  let thread = 0;
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) walk(each);
    else threads.set(names.get(Number((part as { value: string }).value)) ?? '', thread);
  };
  const untagged = async ({ attributes }: { attributes: readonly unknown[] }) => {
    for (const part of attributes) {
      thread += 1;
      walk(part);
    }
  };
  const asked = ['REFS', 'UTF-8', 'ALL'].map((value) => ({ type: 'ATOM', value }));
  const { exec } = client as unknown as Executing;
  const answer = await exec.call(client, 'THREAD', asked, { untagged: { THREAD: untagged } });
  answer.next();
  await client.logout();
  return threads;
}

async function ours(
  mail: readonly { readonly name: string; readonly raw: Buffer }[],
): Promise<Threads> {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  migrate(db, () => undefined);
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  for (const [index, { raw }] of mail.entries()) {
    const ingested = await ingestMessage(raw);
    const arrived = { uid: index + 1, seen: true, arrivedAt: 0, ingested };
    storeMessages(db, { folderId, ownAddress: 'desk@minato.example' }, [arrived]);
  }
  const rows = db
    .prepare(
      `SELECT fm.uid, m.conversation_id AS id FROM folder_message fm
       JOIN message m ON m.id = fm.message_id`,
    )
    .all() as { uid: number; id: number }[];
  db.close();
  return new Map(rows.map(({ uid, id }) => [mail[uid - 1]?.name ?? '', id]));
}

/** Pairs of messages that are in one thread, and which of them both have. */
function compare(one: Threads, other: Threads) {
  const pairs = (sizes: Iterable<number>) =>
    [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const sizes = <K>(keys: readonly K[]) => {
    const found = new Map<K, number>();
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
    return found.values();
  };
  const names = [...one.keys()];
  const both = pairs(sizes(names.map((name) => `${one.get(name)} ${other.get(name)}`)));
  const mine = pairs(sizes(names.map((name) => one.get(name))));
  const their = pairs(sizes(names.map((name) => other.get(name))));
  return { precision: both / mine, recall: both / their, f1: (2 * both) / (mine + their) };
}

it('makes the conversations that Dovecot makes of real mail, by references', async () => {
  const mail = spamAssassin('ham').map(({ raw }, index) => {
    // mbox's own line is no header.
    const bare = raw.subarray(raw.toString('latin1').search(/^(?!From |>From )/m));
    return {
      name: `${index}`,
      raw: Buffer.concat([Buffer.from(`X-Fumibako-Name: ${index}\n`), bare]),
    };
  });
  for (const { raw } of mail) dovecot.deliver(user, raw);
  const [there, here] = [await theirs(), await ours(mail)];
  expect(there.size).toBe(mail.length);
  const { precision, recall, f1 } = compare(here, there);
  console.log(
    `threads: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`,
  );
  expect(f1).toBeGreaterThanOrEqual(0.99);
}, 120_000);
