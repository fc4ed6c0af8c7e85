import type { CallInput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { MailReport } from '../../../shared/model/mail-report.ts';
import { countQueue, reportFolders, storeSize } from '../store/mail-reports.ts';
import { countBodies } from '../store/message-bodies.ts';
import { countOutboxItems } from '../store/outbox-items.ts';
import type { SectionContext } from './section-context.ts';

export function reportMail({ db, sync }: SectionContext): Result<MailReport> {
  const { problems, waiting } = countOutboxItems(db);
  return success({
    ...sync.report(),
    folders: reportFolders(db),
    queue: { ...countQueue(db), letters: problems + waiting },
    bodies: countBodies(db),
    storeSize: storeSize(db),
    check: sync.check.status(),
  });
}

/** Connects where there is no connection: nothing can be compared without one. */
export function checkStore(
  { sync }: SectionContext,
  { withContent }: CallInput<'mail.check'>,
): Result<null> {
  sync.check.request(withContent);
  if (sync.report().connection === null) sync.start();
  return success(null);
}

export function cancelCheck({ sync }: SectionContext): Result<null> {
  sync.check.cancel();
  return success(null);
}
