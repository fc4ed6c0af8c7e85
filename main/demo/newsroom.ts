import { randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import type { Clock } from '../engine/clock.ts';
import type { DemoNewsroom } from '../engine/demo-newsroom.ts';
import { allConversations, allRawLetters } from './all-letters.ts';
import { demoForms } from './forms.ts';
import { startImapServer } from './imap-server.ts';
import { conversationLetters, rawLetter } from './letter-source.ts';
import { demoMembers } from './members.ts';
import { createReader } from './reader.ts';
import { sectionAccounts } from './section-account.ts';
import { createSelfSignedCertificate } from './self-signed-certificate.ts';
import { startSmtpServer } from './smtp-server.ts';
import type { Timers } from './timers.ts';

export type RunningNewsroom = {
  readonly newsroom: DemoNewsroom;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the demo newsroom's IMAP and SMTP servers on loopback ports and the reader who writes to
 * them. Development only: everything is in memory and gone at `stop`.
 */
export async function startNewsroom(deps: {
  readonly clock: Clock;
  readonly timers: Timers;
  /** From 0 up to 1, as Math.random. */
  readonly random: () => number;
}): Promise<RunningNewsroom> {
  const { clock, timers, random } = deps;
  const startedAt = clock.now();
  const certificate = await createSelfSignedCertificate(Date.now());
  const accounts = sectionAccounts.map((account) => ({
    sectionId: account.sectionId,
    user: account.address,
    password: randomBytes(18).toString('base64url'),
    senderName: account.name,
    senderAddress: account.address,
  }));
  const letters = [
    ...(
      await Promise.all(allConversations.map((each) => conversationLetters(each, startedAt)))
    ).flat(),
    ...allRawLetters.map((each) => rawLetter(each, startedAt)),
  ];
  const imap = await startImapServer({
    certificate,
    users: accounts,
    letters,
    uidValidity: Math.floor(startedAt / 1000),
  });
  const reader = createReader({ clock, timers, random, deliver: imap.deliver });
  const smtp = await startSmtpServer({
    certificate,
    users: accounts,
    isKnownAddress: (address) =>
      reader.knows(address) || accounts.some((account) => account.senderAddress === address),
    onMail: (mail) => {
      // A message that cannot be parsed was still accepted; it only gets no answer.
      simpleParser(mail.source).then(
        (parsed) =>
          reader.receive({
            from: mail.mailFrom,
            to: mail.rcptTo,
            subject: parsed.subject ?? '',
            messageId: parsed.messageId ?? null,
            references: [parsed.references ?? []].flat(),
            text: parsed.text ?? '',
          }),
        () => process.emitWarning('the demo reader could not read a message'),
      );
    },
  });
  reader.start();
  return {
    newsroom: {
      host: '127.0.0.1',
      imapPort: imap.port,
      smtpPort: smtp.port,
      certificatePem: certificate.certificatePem,
      fingerprint: certificate.fingerprint,
      accounts,
      members: [...demoMembers],
      forms: [...demoForms],
    },
    stop: async () => {
      reader.stop();
      await Promise.all([imap.stop(), smtp.stop()]);
    },
  };
}
