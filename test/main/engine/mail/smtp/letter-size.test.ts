import { expect, it, onTestFinished } from 'vitest';
import { openSocket as connect } from '../../../../../main/engine/egress/open-socket.ts';
import { toConnectionError } from '../../../../../main/engine/mail/connection-error.ts';
import { openSmtp } from '../../../../../main/engine/mail/smtp/open-smtp.ts';
import { createSmtpSender } from '../../../../../main/engine/mail/smtp/smtp-sender.ts';
import { startSmtpServer } from '../../../../support/smtp-server.ts';

const envelope = { mailFrom: 'world@minato.example', rcptTo: ['hana@example.com'] };

async function sendTo(size: number | undefined, bytes: number) {
  const smtp = await startSmtpServer(size === undefined ? {} : { size });
  onTestFinished(() => smtp.stop());
  const { certificate, host, port, user, password } = smtp;
  const server = {
    ...{ host, port, user, password, security: 'tls' as const },
    trustedFingerprint: certificate.fingerprint,
    trustedCertificate: certificate.certificate,
  };
  const heard: (number | null)[] = [];
  const raw = Buffer.from(`Subject: A film\r\n\r\n${'x'.repeat(bytes)}\r\n`);
  const { signal } = new AbortController();
  const sender = createSmtpSender({
    openSmtp: (to, signal) => openSmtp(to, { connect, signal }),
    onLimit: (_, limit) => heard.push(limit),
  });
  const outcome = await sender.send(server, envelope, raw, signal);
  return { outcome, heard, received: smtp.received };
}

it('learns how large a letter the server takes, and sends one that it takes', async () => {
  const { outcome, heard, received } = await sendTo(10_000, 500);
  expect(outcome).toEqual({ kind: 'accepted', refusals: [] });
  expect(heard).toEqual([10_000]);
  expect(received).toHaveLength(1);
});

it('does not hand a letter over that the server said is too large, nor tries it again', async () => {
  const { outcome, received } = await sendTo(10_000, 20_000);
  expect(outcome).toMatchObject({
    kind: 'refused',
    isPermanent: true,
    error: { code: 'letter-too-large' },
  });
  expect(received).toHaveLength(0);
});

it('learns that a server names no limit', async () => {
  expect((await sendTo(undefined, 20_000)).heard).toEqual([null]);
});

it.each([
  [552, '552 5.3.4 Message size exceeds fixed limit', 'letter-too-large'],
  [552, '552 message too big', 'letter-too-large'],
  [554, '554 5.2.3 Message too large', 'letter-too-large'],
  [552, '552 5.2.2 Mailbox full', 'server-refused'],
  [550, '550 5.7.1 No', 'server-refused'],
  [452, '452 4.3.4 Too large just now', 'server-refused'],
])('understands %i: %s', (responseCode, response, code) => {
  const error = Object.assign(new Error('refused'), { responseCode, response });
  expect(toConnectionError(error).code).toBe(code);
});
