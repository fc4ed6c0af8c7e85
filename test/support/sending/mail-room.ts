import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { startDovecot } from '../dovecot.ts';
import { type EngineProcess, startEngineProcess } from '../engine-process.ts';
import { plainLetter } from '../plain-letter.ts';
import { type SmtpStage, startSmtpServer } from '../smtp-server.ts';
import { waitFor } from '../wait-for.ts';

export const sectionId: SectionId = 'world-services';
const user = 'sending';
const letters = 4;

type MailRoomOptions = {
  readonly reached: (stage: SmtpStage) => void;
  /** Whether the server puts a copy of a message into Sent by itself. */
  readonly files: (raw: Buffer) => boolean;
};

/** Real servers, and a data folder whose section has an account on them and some letters to answer. */
export async function mailRoom(dataFolder: string, { reached, files }: MailRoomOptions) {
  const dovecot = await startDovecot([user]);
  const smtp = await startSmtpServer({
    reached,
    deliver(_, raw) {
      if (files(raw)) dovecot.deliver(user, raw, 'Sent');
    },
  });
  for (let index = 0; index < letters; index += 1) dovecot.deliver(user, letter(index));
  const engine = await startEngineProcess(dataFolder);
  const trust = (server: typeof dovecot | typeof smtp) => ({
    ...{ host: server.host, security: 'tls' as const },
    trustedFingerprint: server.certificate.fingerprint,
  });
  await engine.ask('account.save', {
    sectionId,
    settings: {
      ...{ senderName: 'World Services', senderAddress: 'world@minato.example' },
      imap: { ...trust(dovecot), port: dovecot.imapsPort, user },
      smtp: { ...trust(smtp), port: smtp.port, user: smtp.user },
    },
    passwords: { imap: dovecot.password, smtp: smtp.password },
  });
  const list = { sectionId, view: 'inbox' as const, query: '', offset: 0, limit: letters };
  const items = await waitFor('the letters', async () => {
    const found = await engine.ask('conversation.list', list);
    return found.total === letters ? found.items : null;
  });
  return {
    engine,
    smtp,
    conversations: items.map(({ id }): ConversationId => id),
    sentCopies: async () =>
      (await dovecot.messages(user, 'Sent')).map(({ raw }) => raw) as readonly string[],
    async stop() {
      await smtp.stop();
      await dovecot.stop();
    },
  };
}

/** To one person only, whatever is answered. */
export async function answer(
  engine: EngineProcess,
  conversationId: ConversationId,
  { text, token }: { readonly text: string; readonly token: string },
): Promise<void> {
  const { replyTo } = await engine.ask('conversation.read', { sectionId, conversationId });
  if (replyTo === null || !replyTo.recipient.allowed) throw new Error('nothing to answer');
  await engine.ask('reply.send', {
    sectionId,
    conversationId,
    messageId: replyTo.messageId,
    kind: 'reply',
    content: plainLetter(text),
    to: [replyTo.recipient.recipient.address],
    token,
  });
}

function letter(index: number): string {
  return (
    `From: Hana Sato <hana${index}@example.com>\r\nTo: world@minato.example\r\n` +
    `Subject: Letter ${index}\r\nMessage-ID: <letter-${index}@example.com>\r\n` +
    `Date: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nA question\r\n`
  );
}
