import type { AppError } from '../../../shared/errors.ts';
import { type SectionId, sectionIds } from '../../../shared/model/section.ts';
import type { SectionSummary } from '../../../shared/model/section-summary.ts';
import type { SyncStatus } from '../../../shared/model/sync-status.ts';
import { findAccount } from '../store/account.ts';
import { countByStatus, countUnreadConversations } from '../store/conversations.ts';
import { countWaitingMails } from '../store/form-mails.ts';
import { countOutboxItems } from '../store/outbox-items.ts';
import type { SectionContext } from './section-context.ts';

/** The sections that this profile was granted, in their fixed order, each open or with its fault. */
export function listSections(
  open: ReadonlyMap<SectionId, SectionContext>,
  faults: ReadonlyMap<SectionId, AppError>,
): SectionSummary[] {
  return sectionIds.flatMap((id) => {
    const section = open.get(id);
    if (section !== undefined) return [summarise(section)];
    const fault = faults.get(id);
    return fault === undefined ? [] : [closedSection(id, fault)];
  });
}

function summarise({ id, db, sync }: SectionContext): SectionSummary {
  const outbox = countOutboxItems(db);
  return {
    id,
    ...countByStatus(db),
    unread: countUnreadConversations(db),
    outboxProblems: outbox.problems,
    outboxWaiting: outbox.waiting,
    unreadForms: countWaitingMails(db).unread,
    address: findAccount(db)?.senderAddress ?? null,
    sync: sync.status(),
    storeError: null,
  };
}

function closedSection(id: SectionId, storeError: AppError): SectionSummary {
  const sync: SyncStatus = {
    sectionId: id,
    phase: 'unconfigured',
    done: 0,
    total: 0,
    lastSyncedAt: null,
    retryAt: null,
    error: null,
    alert: null,
  };
  return {
    id,
    unread: 0,
    open: 0,
    waiting: 0,
    due: 0,
    outboxProblems: 0,
    outboxWaiting: 0,
    unreadForms: 0,
    address: null,
    sync,
    storeError,
  };
}
