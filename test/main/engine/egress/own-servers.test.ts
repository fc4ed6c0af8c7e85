import { expect, it, onTestFinished } from 'vitest';
import type { AccountSettings } from '../../../../shared/model/account.ts';
import type { SectionId } from '../../../../shared/model/section.ts';
import { startDovecot } from '../../../support/dovecot.ts';
import { startEngineProcess } from '../../../support/engine-process.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { startSmtpServer } from '../../../support/smtp-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const sectionId: SectionId = 'world-services';

it.each(['tls', 'starttls'] as const)(
  'tests, syncs and sends over %s in a guarded process',
  async (security) => {
    const dovecot = await startDovecot(['world']);
    onTestFinished(() => dovecot.stop());
    const smtp = await startSmtpServer({ starttls: security === 'starttls' });
    onTestFinished(() => smtp.stop());
    dovecot.deliver(
      'world',
      'From: Hana <hana@example.com>\r\nTo: world@minato.example\r\nSubject: A question\r\n' +
        'Message-ID: <question@example.com>\r\n\r\nWhen is it on?\r\n',
    );
    const settings: AccountSettings = {
      senderName: 'World Services',
      senderAddress: 'world@minato.example',
      imap: {
        // By name: the one look-up that is allowed.
        host: 'localhost',
        port: security === 'tls' ? dovecot.imapsPort : dovecot.imapPort,
        security,
        user: 'world',
        trustedFingerprint: dovecot.certificate.fingerprint,
      },
      smtp: {
        host: 'localhost',
        port: smtp.port,
        security,
        user: smtp.user,
        trustedFingerprint: smtp.certificate.fingerprint,
      },
    };
    const passwords = { imap: dovecot.password, smtp: smtp.password };
    const { ask } = await startEngineProcess(temporaryFolder());

    const report = await ask('account.test', { sectionId, settings, passwords });
    const outcomes = [report.imap, report.smtp].flatMap(({ checks }) => checks);
    expect(outcomes.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);

    await ask('account.save', { sectionId, settings, passwords });
    await ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
    const list = { sectionId, view: 'inbox' as const, query: '', offset: 0, limit: 10 };
    const letter = await waitFor('the letter', async () => {
      const { items } = await ask('conversation.list', list);
      return items[0] ?? null;
    });
    const conversationId = letter.id;
    const { replyTo } = await ask('conversation.read', { sectionId, conversationId });
    if (replyTo === null) throw new Error('nothing to answer');
    await ask('reply.send', {
      sectionId,
      conversationId,
      messageId: replyTo.messageId,
      kind: 'reply',
      content: plainLetter('At nine.'),
      to: ['hana@example.com'],
      token: '6e4c0ef5-9a2f-4a55-8c6e-6ee0a2a4e1ab',
    });
    await waitFor('the answer', () => smtp.received.length === 1);
  },
);
