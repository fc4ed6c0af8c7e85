import { onTestFinished } from 'vitest';
import { systemClock } from '../../main/engine/clock.ts';
import { openSocket as connect } from '../../main/engine/egress/open-socket.ts';
import { createBodyJob, type FetchProgress } from '../../main/engine/jobs/bodies/body-job.ts';
import { silentLog } from '../../main/engine/log.ts';
import { openImap } from '../../main/engine/mail/imap/open-imap.ts';
import { createMimePool } from '../../main/engine/mail/mime/worker-pool.ts';
import {
  findSectionSettings,
  saveSectionSettings,
} from '../../main/engine/store/section-settings.ts';
import { MessageId } from '../../shared/ids.ts';
import type { MessagePart } from '../../shared/model/message.ts';
import type { SectionSettings } from '../../shared/model/section-settings.ts';
import { arriveDaysAgo } from './arrive-days-ago.ts';
import type { Dovecot } from './dovecot.ts';
import { accountOf, loginTo, syncHarness } from './sync-harness.ts';

const mimeWorkerUrl = new URL('../../main/engine/mail/mime-worker.ts', import.meta.url);
type Kept = Pick<SectionSettings, 'bodyMonths' | 'wholeUpToMb'>;
type Row = { readonly id: number; readonly part: MessagePart; readonly size: number };

/** A section that keeps but a part of its mail, on a real server, with what fetches the rest. */
export function bodiesHarness(dovecot: Dovecot, user: string, kept: Partial<Kept>) {
  const account = accountOf(loginTo(dovecot, user));
  const sync = syncHarness(account);
  const { db } = sync;
  const keep = (changed: Partial<Kept>): void =>
    saveSectionSettings(db, { ...findSectionSettings(db), ...changed });
  keep(kept);
  const mime = createMimePool({ workerUrl: mimeWorkerUrl, size: 1 });
  const progress: FetchProgress[] = [];
  let onProgress: (progress: FetchProgress) => void = () => undefined;
  let forgotten = 0;
  const job = createBodyJob({
    ...{ db, mime, clock: systemClock, log: silentLog },
    account: () => account,
    settings: () => findSectionSettings(db),
    openImap: (server, options) => openImap(server, { connect, ...options }),
    changed: () => undefined,
    progress(made) {
      progress.push(made);
      onProgress(made);
    },
    forgotten: () => {
      forgotten += 1;
    },
  });
  onTestFinished(async () => {
    await job.stop();
    await mime.close();
  });
  return {
    ...sync,
    ...{ bodies: job, mime, keep, progress },
    forgotten: () => forgotten,
    whenProgressing(then: typeof onProgress) {
      onProgress = then;
    },
    arrive: (raw: string, daysAgo: number, folder?: string) =>
      arriveDaysAgo(dovecot, user, raw, daysAgo, folder),
    parts: () => db.prepare('SELECT id, part, size FROM message ORDER BY subject').all() as Row[],
    idOf(subject: string): MessageId {
      const row = db.prepare('SELECT id FROM message WHERE subject = ?').get(subject);
      return MessageId.parse((row as { id: number } | undefined)?.id);
    },
    /** Subjects of the messages that the index finds a word in. */
    found: (word: string) =>
      db
        .prepare(
          `SELECT subject FROM message WHERE id IN
             (SELECT rowid FROM message_search WHERE message_search MATCH ?) ORDER BY subject`,
        )
        .all(word)
        .map((row) => (row as { subject: string }).subject),
  };
}
