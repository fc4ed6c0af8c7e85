import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sendReply } from '../../../../main/engine/services/send-reply.ts';
import { saveAccount } from '../../../../main/engine/store/account.ts';
import { findOutboxItems } from '../../../../main/engine/store/outbox-items.ts';
import { noMime } from '../../../support/no-mime.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';
import { accountOf } from '../../../support/sync-harness.ts';

const sectionId = 'world-services' as const;

function section() {
  const db = sectionDatabase();
  const context = sectionContext(db);
  saveAccount(
    db,
    accountOf({
      ...{ host: 'mail.example', port: 993, security: 'tls', user: 'world', password: 'p' },
      ...{ trustedFingerprint: null, trustedCertificate: null },
    }),
  );
  const letter = storeLetter(db, { headerMessageId: 'question@example.com' });
  const send = (text: string, asWritten: string[] = []) => {
    const reply = { content: plainLetter(text), kind: 'reply', token: randomUUID() } as const;
    const to = ['hana@example.com'];
    return sendReply(context, noMime, { sectionId, ...letter, ...reply, to, asWritten }, 0, {
      isAdministrator: false,
      members: null,
    });
  };
  return { db, send };
}

it('queues no letter in which a variable is not filled in', async () => {
  const { db, send } = section();
  for (const text of ['Dear {{reader}},', 'Dear {{ redaer }},', '> Hello\nDear {{reader}}'])
    expect(await send(text)).toMatchObject({ ok: false, error: { code: 'variable-unfilled' } });
  expect(findOutboxItems(db)).toEqual([]);
});

it('queues what staff say is meant as written, and nothing else that looks so', async () => {
  const { db, send } = section();
  const text = 'Write {{ date }} in the template.';
  expect(await send(`${text} {{reader}}`, ['{{ date }}'])).toMatchObject({ ok: false });
  expect(await send(text, ['{{ date }}'])).toMatchObject({ ok: true });
  expect(findOutboxItems(db)).toMatchObject([{ text }]);
});

it('does not hold a reader’s own braces against the letter that quotes them', async () => {
  const { send } = section();
  expect(await send('It is a template.\n\n> What is {{ name }}?')).toMatchObject({ ok: true });
});
