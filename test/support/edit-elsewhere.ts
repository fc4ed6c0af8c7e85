import { afterAll, beforeAll } from 'vitest';
import { findOfferedEdit, settleEdit } from '../../main/engine/store/edited-drafts.ts';
import type { EditedDraftChoice } from '../../shared/model/edited-draft.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { hana } from './section-ledger.ts';
import { type ServerDraftsHarness, serverDraftsHarness } from './server-drafts-harness.ts';

/** For the tests of one file: a server with these users, and what makes sections of them. */
export function copiedReplies<U extends string>(users: readonly U[]) {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot(users);
  });
  afterAll(() => dovecot.stop());
  return {
    copied: (user: U, text?: string) => copiedReply(dovecot, user, text),
    /** Another one with the same account. */
    desktop: (user: U) => serverDraftsHarness(dovecot, user),
  };
}

/** A section with one reply, copied to Drafts, and the job that did it. */
async function copiedReply(dovecot: Dovecot, user: string, text = 'Dear Hana') {
  const harness = serverDraftsHarness(dovecot, user);
  const job = harness.start();
  harness.write(text);
  await harness.whole(job.look);
  const look = () => harness.whole(() => job.opened(harness.conversationId));
  return { ...harness, job, look };
}

type Edit = {
  /** The fields of its head by name; null takes one out. */
  readonly head?: Readonly<Record<string, string | null>>;
  readonly body?: string;
  /** What becomes of the copy that it was made of. */
  readonly old?: 'expunged' | 'marked' | 'left';
};

const ourFields = { 'x-fumibako-draft': null, 'x-fumibako-words': null };
export const newId = { 'message-id': '<new@phone.example>' };
export const asPhone = { ...newId, ...ourFields };

/** Saves an edit of the newest draft as RFC 9051 lets a program: a new message, and the old one away. */
export async function saveElsewhere(
  { elsewhere }: Pick<ServerDraftsHarness, 'elsewhere'>,
  { head = asPhone, body = 'Dear Hana, from my phone.', old = 'expunged' }: Edit = {},
): Promise<void> {
  await elsewhere(async (client) => {
    const lock = await client.getMailboxLock('Drafts');
    const uid = ((await client.search({ all: true }, { uid: true })) as number[]).at(-1);
    const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
    const source = fetched === false ? '' : (fetched.source?.toString('latin1') ?? '');
    const [before = ''] = source.split('\r\n\r\n');
    const fields = before
      .replace(/\r\n(?=[ \t])/g, '')
      .split('\r\n')
      .filter((line) => {
        const name = line.slice(0, line.indexOf(':')).toLowerCase();
        return !(name in head) && !name.startsWith('content-');
      });
    for (const [name, value] of Object.entries(head)) {
      if (value !== null) fields.push(`${name}: ${value}`);
    }
    const raw = 'content-type' in head ? body : `\r\n${body}\r\n`;
    await client.append('Drafts', `${fields.join('\r\n')}\r\n${raw}`, ['\\Draft', '\\Seen']);
    if (old === 'expunged') await client.messageDelete(String(uid), { uid: true });
    if (old === 'marked') await client.messageFlagsAdd(String(uid), ['\\Deleted'], { uid: true });
    lock.release();
  });
}

export function offered({ db, conversationId }: ServerDraftsHarness, writer = hana) {
  return findOfferedEdit(db, conversationId, writer.id);
}

export function choose(
  harness: ServerDraftsHarness,
  choice: EditedDraftChoice,
  writer = hana,
): boolean {
  const { db, conversationId } = harness;
  const version = offered(harness, writer)?.version ?? '';
  return settleEdit(db, conversationId, writer.id, { version, choice });
}
