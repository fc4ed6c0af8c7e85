import { onTestFinished } from 'vitest';
import { ingestMessage } from '../../main/engine/mail/mime/ingest-message.ts';
import { createMimePool } from '../../main/engine/mail/mime/worker-pool.ts';
import {
  listFormMails,
  readFormMail,
  retryFormMails,
} from '../../main/engine/services/form-mails.ts';
import { teachForm } from '../../main/engine/services/forms.ts';
import { listMembers } from '../../main/engine/services/members.ts';
import { takeInMail } from '../../main/engine/services/take-in-mail.ts';
import { keepFolder } from '../../main/engine/store/folders.ts';
import { findQueuedMail } from '../../main/engine/store/form-queue.ts';
import { storeMessages } from '../../main/engine/store/store-messages.ts';
import type { Result } from '../../shared/errors.ts';
import type { FormId, MessageId } from '../../shared/ids.ts';
import type { FormContent } from '../../shared/model/registration-form.ts';
import { sectionContext } from './section-context.ts';
import { sectionDatabase } from './section-database.ts';

export const place = { sectionId: 'members' } as const;
export const content: FormContent = {
  name: 'Member page',
  senders: ['form@minato.example'],
  language: 'en',
  labels: [
    { label: 'Name', target: 'name' },
    { label: 'Email', target: 'email' },
    { label: 'Plan', target: 'plan' },
  ],
};
export const hana = { Name: 'Hana Ito', Email: 'hana@reader.example', Plan: 'Daily' };

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A section with a real parser, whose intake is looked after by the test. */
export function members() {
  const db = sectionDatabase();
  const mime = createMimePool({
    workerUrl: new URL('../../main/engine/mail/mime-worker.ts', import.meta.url),
    size: 1,
  });
  onTestFinished(() => mime.close());
  const now = () => Date.UTC(2026, 10, 24, 9);
  const section = sectionContext(db);
  const { ledger } = section;
  let uid = 0;
  async function deliver(raw: string | Buffer, role: 'inbox' | 'sent' = 'inbox') {
    const ingested = await ingestMessage(Buffer.from(raw));
    uid += 1;
    const folderId = keepFolder(db, role, role).id;
    const arrived = { uid, seen: false, arrivedAt: now(), ingested };
    storeMessages(db, { folderId, ownAddress: 'members@minato.example' }, [arrived]);
  }
  const takeIn = () => takeInMail({ db, ledger, mime, now }, findQueuedMail(db, 100));
  const teach = (formId: FormId | null = null, more: Partial<FormContent> = {}) =>
    value(teachForm(section, { ...place, formId, content: { ...content, ...more } }, now(), true))
      .formId;
  const unread = (isSetAside = false) =>
    value(listFormMails(section, { ...place, isSetAside, offset: 0, limit: 100 })).items;
  const names = () =>
    value(listMembers(section, { ...place, query: '', offset: 0, limit: 100 })).items.map(
      ({ givenName, familyName, status }) => `${givenName} ${familyName} ${status}`,
    );
  const states = () =>
    db.prepare('SELECT state FROM form_mail ORDER BY id').pluck().all() as string[];
  const first = () => {
    const [mail] = unread();
    if (mail === undefined) throw new Error('no mail waits');
    return mail.messageId;
  };
  const chain = () =>
    db
      .prepare(
        `SELECT kind, staff_name AS who, message_id AS mail FROM chain_entry
         WHERE kind LIKE 'member-%' OR kind LIKE 'form-%' ORDER BY sequence`,
      )
      .all();
  return {
    ...{ db, section, mime, now, deliver, takeIn, teach, unread, names, states, first, chain },
    retryOne: (messageId: MessageId) =>
      retryFormMails(section, mime, { ...place, messageId }, now).then(value),
    retry: () => retryFormMails(section, mime, { ...place, messageId: null }, now).then(value),
    read: () => readFormMail(section, mime, { ...place, messageId: first() }).then(value),
  };
}
