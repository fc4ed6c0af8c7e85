import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { openSocket as connect } from '../../main/engine/egress/open-socket.ts';
import type { OutboxDependencies } from '../../main/engine/jobs/outbox/outbox-dependencies.ts';
import { createOutboxJob, type OutboxJob } from '../../main/engine/jobs/outbox/outbox-job.ts';
import { type Log, silentLog } from '../../main/engine/log.ts';
import type { Account } from '../../main/engine/mail/account.ts';
import { openImap } from '../../main/engine/mail/imap/open-imap.ts';
import { openSmtp } from '../../main/engine/mail/smtp/open-smtp.ts';
import { createSmtpSender } from '../../main/engine/mail/smtp/smtp-sender.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import {
  findOutboxItem,
  insertOutboxItem,
  type OutboxWait,
} from '../../main/engine/store/outbox-items.ts';
import {
  findSectionSettings,
  saveSectionSettings,
} from '../../main/engine/store/section-settings.ts';
import type { OutboxItemId } from '../../shared/ids.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import { sectionDatabase } from './section-database.ts';
import { ken, sectionLedger } from './section-ledger.ts';
import { storeLetter } from './stored-letter.ts';
import { waitFor } from './wait-for.ts';

export type OutboxHarness = {
  readonly db: SectionDatabase;
  /** Queues a reply without waking the job. */
  readonly queue: (text?: string, wait?: OutboxWait) => OutboxItem;
  /** The same, to the reader and copies to others. */
  readonly queueTo: (addresses: readonly string[]) => OutboxItem;
  /** Starts the job, unless it runs, and waits until the item is as described. */
  readonly runUntil: (
    id: OutboxItemId,
    what: string,
    holds: (item: OutboxItem) => boolean | Promise<boolean>,
  ) => Promise<OutboxItem>;
  readonly job: () => OutboxJob;
  /** The chain's entries of sendings and of what became of them, oldest first. */
  readonly left: () => readonly string[];
  readonly isFiled: (id: OutboxItemId) => boolean;
  /** Ends the job, as a lock does, and lets time pass. */
  readonly restart: (milliseconds?: number) => Promise<void>;
};

/** An outbox on a real store, with real servers, and a clock that only the test moves. */
export function outboxHarness(
  account: Account,
  options: { readonly log?: Log; readonly openImap?: OutboxDependencies['openImap'] } = {},
): OutboxHarness {
  const db = sectionDatabase();
  const { conversationId, messageId } = storeLetter(db, {
    headerMessageId: 'question@example.com',
  });
  // Copies go to colleagues.
  saveSectionSettings(db, { ...findSectionSettings(db), companyDomains: ['minato.example'] });
  const ledger = sectionLedger(db);
  let now = Date.UTC(2026, 10, 24, 9);
  let job = create();

  function create(): OutboxJob {
    return createOutboxJob({
      sectionId: 'world-services',
      db,
      ledger,
      account: () => account,
      clock: { now: () => now },
      log: silentLog,
      sender: createSmtpSender({
        openSmtp: (server, signal) => openSmtp(server, { connect, signal }),
        onLimit: () => undefined,
      }),
      openImap: (server, signal) => openImap(server, { connect, signal }),
      changed: () => undefined,
      undoDecision: () => undefined,
      ...options,
    });
  }

  function insert(
    addresses: readonly string[],
    text = 'Thank you for your letter.',
    wait: OutboxWait | null = null,
  ): OutboxItem {
    const headerMessageId = `${randomUUID()}@minato.example`;
    return insertOutboxItem(db, {
      token: randomUUID(),
      conversationId,
      messageId,
      headerMessageId,
      kind: 'reply',
      html: null,
      quote: null,
      recipients: addresses.map((address, index) => ({
        role: index === 0 ? 'to' : 'cc',
        address,
      })),
      wait,
      mailFrom: account.senderAddress,
      subject: 'Re: A question',
      text,
      raw: Buffer.from(
        `From: <${account.senderAddress}>\r\nTo: <hana@example.com>\r\nSubject: Re: A question\r\n` +
          `Message-ID: <${headerMessageId}>\r\n\r\n${text}\r\n.\r\n..dots\r\n`,
      ),
      createdAt: now,
      // Hana is signed in when it is sent.
      staffId: ken.id,
      staffName: ken.name,
    });
  }

  onTestFinished(() => job.stop());
  return {
    db,
    job: () => job,
    queue: (text, wait) => insert(['hana@example.com'], text, wait),
    queueTo: (addresses) => insert(addresses),
    async runUntil(id, what, holds) {
      job.start();
      return waitFor(what, async () => {
        const item = findOutboxItem(db, id);
        return item !== null && (await holds(item)) ? item : null;
      });
    },
    left: () =>
      db
        .prepare(
          `SELECT iif(kind = 'outcome',
             json_extract(detail, '$.concerns') || ' ' || json_extract(detail, '$.outcome')
               || iif(staff_id IS NULL, '', ' by ' || staff_name),
             sequence || ' ' || kind || ' by ' || staff_name)
           FROM chain_entry WHERE kind IN ('mail', 'outcome') ORDER BY sequence`,
        )
        .pluck()
        .all() as string[],
    isFiled: (id) => db.prepare('SELECT filed FROM outbox_item WHERE id = ?').pluck().get(id) === 1,
    async restart(milliseconds = 0) {
      await job.stop();
      now += milliseconds;
      job = create();
    },
  };
}
