import type { ImapFlow } from 'imapflow';
import { onTestFinished } from 'vitest';
import { openSocket as connect } from '../../main/engine/egress/open-socket.ts';
import {
  createServerDraftsJob,
  type ServerDraftsJob,
} from '../../main/engine/jobs/server-drafts/server-drafts-job.ts';
import { silentLog } from '../../main/engine/log.ts';
import { openImap } from '../../main/engine/mail/imap/open-imap.ts';
import { createMimePool } from '../../main/engine/mail/mime/worker-pool.ts';
import { composeServerDraft } from '../../main/engine/services/compose-server-draft.ts';
import { saveAccount } from '../../main/engine/store/account.ts';
import { type DraftPlace, saveDraft } from '../../main/engine/store/drafts.ts';
import { emptyLetter } from '../../shared/model/letter-content.ts';
import type { Dovecot } from './dovecot.ts';
import { plainLetter } from './plain-letter.ts';
import { sectionDatabase } from './section-database.ts';
import { hana, sectionLedger } from './section-ledger.ts';
import { storeLetter } from './stored-letter.ts';
import { accountOf, loginTo } from './sync-harness.ts';
import { waitFor } from './wait-for.ts';

const mimeWorkerUrl = new URL('../../main/engine/mail/mime-worker.ts', import.meta.url);

/** A section whose replies are copied to a user's Drafts, with a letter to answer. */
export function serverDraftsHarness(server: Dovecot, user: string) {
  const db = sectionDatabase();
  const login = loginTo(server, user);
  const account = accountOf(login);
  saveAccount(db, account);
  const { conversationId, messageId } = storeLetter(db, {
    headerMessageId: 'question@example.com',
  });
  const mime = createMimePool({ workerUrl: mimeWorkerUrl, size: 1 });
  onTestFinished(() => mime.close());
  const chosen = { isOn: true, isOpen: false };
  const time = { now: Date.UTC(2026, 10, 24, 9) };
  const changes: number[] = [];
  const calls = { forgotten: 0 };
  /** May change what the server, or the parser, answers. */
  const between: { client: (client: ImapFlow) => void; tryParse: typeof mime.tryParse } = {
    client: () => {},
    tryParse: mime.tryParse,
  };
  let breaks = false;
  let connections = 0;
  let active = 0;

  function start(): ServerDraftsJob {
    const job = createServerDraftsJob({
      db,
      ledger: sectionLedger(db),
      clock: { now: () => time.now },
      log: silentLog,
      mime: { tryParse: (compressed) => between.tryParse(compressed) },
      account: () => account,
      isOn: () => chosen.isOn,
      isOpen: () => chosen.isOpen,
      changed: (ids) => void changes.push(...ids),
      forgotten: () => {
        calls.forgotten += 1;
      },
      compose: (draft, id) => composeServerDraft(db, draft, id),
      openImap: async (at, signal) => {
        connections += 1;
        active += 1;
        const opened = await openImap(at, { connect, signal });
        if (opened.ok)
          opened.value.once('close', () => {
            active -= 1;
          });
        if (opened.ok) between.client(opened.value);
        if (opened.ok && breaks) {
          const { append } = opened.value;
          // The server has it, and its answer is never heard.
          opened.value.append = async (...args) => {
            await append.apply(opened.value, args);
            throw new Error('the connection ended');
          };
        }
        return opened;
      },
    });
    onTestFinished(() => job.stop());
    return job;
  }

  function write(
    text: string,
    kind: DraftPlace['kind'] = 'reply',
    writer: DraftPlace['writer'] = hana,
  ): void {
    time.now += 1000;
    const place = { conversationId, kind, writer };
    saveDraft(db, place, text === '' ? emptyLetter : plainLetter(text), time.now, messageId);
  }

  const onServer = async () =>
    (await server.doveadm('mailbox', 'list', '-u', user)).includes('Drafts')
      ? server.messages(user, 'Drafts')
      : [];
  const texts = async () => (await onServer()).map(({ raw }) => bodyOf(raw));

  /** Does something as another mail program does, over IMAP. */
  async function elsewhere<T>(act: (client: ImapFlow) => Promise<T>): Promise<T> {
    const opened = await openImap(login, { connect, signal: new AbortController().signal });
    if (!opened.ok) throw new Error(opened.error.code);
    try {
      return await act(opened.value);
    } finally {
      await opened.value.logout();
    }
  }

  return {
    db,
    mime,
    account,
    conversationId,
    messageId,
    chosen,
    time,
    changes,
    calls,
    between,
    start,
    write,
    onServer,
    texts,
    elsewhere,
    /** How often the server was asked for anything. */
    connections: () => connections,
    breakOff: (isBroken: boolean) => {
      breaks = isBroken;
    },
    /** What the job is woken to do, from its beginning to its end. */
    async whole(wake: () => void) {
      wake();
      await waitFor('the job to be at rest', () => active === 0);
    },
  };
}

export type ServerDraftsHarness = ReturnType<typeof serverDraftsHarness>;

function bodyOf(raw: string): string {
  return raw.split('\r\n\r\n')[1]?.trim() ?? '';
}
