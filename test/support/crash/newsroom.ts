import type { ConversationId } from '../../../shared/ids.ts';
import { startDovecot } from '../dovecot.ts';
import { type EngineProcess, startEngineProcess } from '../engine-process.ts';
import { startSmtpServer } from '../smtp-server.ts';
import { waitFor } from '../wait-for.ts';
import { marker } from './promises.ts';
import { mailSection } from './work.ts';

const user = 'desk';
/** Letters that are there from the start, so that every backup has them. */
const first = 12;

/** Real servers, and a data folder whose mail section has an account on them and its first letters. */
export async function newsroom(dataFolder: string) {
  const dovecot = await startDovecot([user]);
  const smtp = await startSmtpServer();
  let delivered = 0;
  const deliver = () => {
    delivered += 1;
    dovecot.deliver(user, letter(delivered));
  };
  for (let count = 0; count < first; count += 1) deliver();

  const hasAll = async (engine: EngineProcess) => {
    const list = { view: 'inbox' as const, query: '', offset: 0, limit: 200 };
    const { total } = await engine.ask('conversation.list', { sectionId: mailSection, ...list });
    return total === delivered;
  };

  const engine = await startEngineProcess(dataFolder);
  const trust = (server: typeof dovecot | typeof smtp) => ({
    ...{ host: server.host, security: 'tls' as const },
    trustedFingerprint: server.certificate.fingerprint,
  });
  await engine.ask('account.save', {
    sectionId: mailSection,
    settings: {
      ...{ senderName: 'World Services', senderAddress: 'world@minato.example' },
      imap: { ...trust(dovecot), port: dovecot.imapsPort, user },
      smtp: { ...trust(smtp), port: smtp.port, user: smtp.user },
    },
    passwords: { imap: dovecot.password, smtp: smtp.password },
  });
  await engine.ask('settings.change', {
    sectionId: mailSection,
    change: { undoSeconds: 0 },
  });
  await waitFor('the first letters', () => hasAll(engine));
  const list = { view: 'inbox' as const, query: '', offset: 0, limit: first };
  const { items } = await engine.ask('conversation.list', { sectionId: mailSection, ...list });
  const letters = new Map<string, ConversationId>(items.map(({ id, subject }) => [subject, id]));
  await engine.kill();
  return {
    smtp,
    letters,
    deliver,
    hasAll,
    delivered: () => delivered,
    password: dovecot.password,
    async stop() {
      await smtp.stop();
      await dovecot.stop();
    },
  };
}

function letter(index: number): string {
  return (
    `From: Hana Sato <hana${index}@example.com>\r\nTo: world@minato.example\r\n` +
    `Subject: Letter ${index}\r\nMessage-ID: <letter-${index}@example.com>\r\n` +
    `Date: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\n${`A question ${marker}\r\n`.repeat(500)}`
  );
}
