/*
 * A section's reply from Send to the server's 250, with nothing to call it back, and a bare nodemailer
 * send of the same letter to the same server, in turns.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { CallOutput } from '../../../shared/contract.ts';
import { startDovecot } from '../../support/dovecot.ts';
import { plainEngine } from '../../support/plain-engine.ts';
import { plainLetter } from '../../support/plain-letter.ts';
import { waitFor } from '../../support/wait-for.ts';
import { median } from '../median.ts';
import { startSmtp } from './start-smtp.ts';

export type Sending = { readonly sendMs: number; readonly bareMs: number };

const { rounds } = JSON.parse(process.argv[2] ?? '') as { rounds: number };
const warmUps = 3;
const sectionId = 'world-services';
const from = { name: 'World Services', address: 'world@minato.example' };
const to = 'hana@example.com';
const text =
  'Thank you for your letter about the harbour. 港についてのお便りをありがとうございます。\n'.repeat(
    20,
  );

const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
const dovecot = await startDovecot(['bench']);
const smtp = await startSmtp();
dovecot.deliver(
  'bench',
  `From: Hana <${to}>\r\nTo: ${from.address}\r\nSubject: The harbour\r\nMessage-ID: <1@example.com>\r\n\r\n?\r\n`,
);
const engine = plainEngine(folder, () => undefined);
const bare = createTransport({
  host: smtp.host,
  port: smtp.port,
  secure: true,
  auth: { user: smtp.user, pass: smtp.password },
  tls: { ca: [smtp.certificate] },
});
try {
  const { conversationId, messageId } = await setUp();
  const sent: number[] = [];
  const sentBare: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const bareMs = await timed(() => bare.sendMail({ from, to, subject: 'Re: The harbour', text }));
    const ms = await timed(() =>
      ask('reply.send', {
        ...{ sectionId, conversationId, messageId, kind: 'reply' },
        ...{ content: plainLetter(text), to: [to], token: randomUUID() },
      }),
    );
    // Neither is measured while the copy of the last one is filed and synced.
    await waitFor('the outbox to be empty', async () => {
      const items = await ask<CallOutput<'outbox.list'>>('outbox.list', { sectionId });
      return items.length === 0;
    });
    await wait(300);
    if (round < warmUps) continue;
    sent.push(ms);
    sentBare.push(bareMs);
  }
  console.log(JSON.stringify({ sendMs: median(sent), bareMs: median(sentBare) } satisfies Sending));
} finally {
  await engine.close();
  smtp.stop();
  await dovecot.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function timed(send: () => Promise<unknown>): Promise<number> {
  const answered = smtp.nextAnswer();
  const began = performance.timeOrigin + performance.now();
  await send();
  return (await answered) - began;
}

async function ask<T>(name: string, input: unknown): Promise<T> {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as T;
}

/** A profile, the section's account, nothing to call back, and the letter that is answered. */
async function setUp() {
  await ask('session.create', { name: 'Bench', passphrase: 'lantern ferry orchard nine' });
  await ask('account.save', {
    sectionId,
    settings: {
      ...{ senderName: from.name, senderAddress: from.address },
      imap: {
        ...{ host: dovecot.host, port: dovecot.imapsPort, security: 'tls', user: 'bench' },
        trustedFingerprint: dovecot.certificate.fingerprint,
      },
      smtp: {
        ...{ host: smtp.host, port: smtp.port, security: 'tls', user: smtp.user },
        trustedFingerprint: smtp.fingerprint,
      },
    },
    passwords: { imap: dovecot.password, smtp: smtp.password },
  });
  await ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
  const list = { sectionId, view: 'inbox', query: '', offset: 0, limit: 1 };
  const { id: conversationId } = await waitFor('the letter', async () => {
    const { items } = await ask<CallOutput<'conversation.list'>>('conversation.list', list);
    return items[0] ?? null;
  });
  const read = await ask<CallOutput<'conversation.read'>>('conversation.read', {
    sectionId,
    conversationId,
  });
  return { conversationId, messageId: read.replyTo?.messageId };
}
