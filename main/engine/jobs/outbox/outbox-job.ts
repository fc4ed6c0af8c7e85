import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MessageId, OutboxItemId } from '../../../../shared/ids.ts';
import type { Draft } from '../../../../shared/model/draft.ts';
import type { LetterContent } from '../../../../shared/model/letter-content.ts';
import type { OutboxItem } from '../../../../shared/model/outbox-item.ts';
import { errorKind } from '../../error-kind.ts';
import { recordDraftChange } from '../../ledger/record-draft.ts';
import { findDraft, saveDraft } from '../../store/drafts.ts';
import {
  findAnsweredMessage,
  findLetter,
  findNextDue,
  findOutboxItem,
  markSendingUncertain,
  moveOutboxItem,
  removeOutboxItem,
} from '../../store/outbox-items.ts';
import { fileCopies } from './file-copies.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';
import { sendDue } from './send-due.ts';

export type OutboxJob = {
  readonly start: () => void;
  /** There may be something to send. */
  readonly wake: () => void;
  readonly retry: (id: OutboxItemId) => Result<OutboxItem>;
  /** Takes a reply that has not left back into its conversation's draft. */
  readonly withdraw: (id: OutboxItemId) => Result<Draft>;
  readonly settle: (id: OutboxItemId, decision: 'was-sent' | 'send-again') => Result<null>;
  /** Takes back what has not been handed over, and ends after what has. */
  readonly stop: () => Promise<void>;
};

/** How long until copies that could not be filed are tried again, in milliseconds. */
const filingRetry = 60_000;

/** Sends what is queued, one at a time, and files the copies. Never sends twice what may have left. */
export function createOutboxJob(deps: OutboxDependencies): OutboxJob {
  const { db, clock, ledger } = deps;
  const stopping = new AbortController();
  let unwritten: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | null = null;

  async function work(): Promise<void> {
    do {
      again = false;
      settle(unwritten);
      await sendDue(deps, stopping.signal, settle);
      const allFiled = stopping.signal.aborted || (await fileCopies(deps));
      if (!allFiled) schedule(filingRetry);
    } while (again && !stopping.signal.aborted);
    const due = findNextDue(db);
    if (due !== null) schedule(Math.max(0, due - clock.now()));
  }

  /** Kept until the disk has taken it, and tried again before anything else is sent. */
  function settle(write: (() => void) | null): void {
    unwritten = write;
    write?.();
    unwritten = null;
  }

  function schedule(milliseconds: number): void {
    if (stopping.signal.aborted) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(wake, milliseconds);
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    again = true;
    running ??= work()
      .catch((error: unknown) => {
        // A full disk, say: what is queued stays queued, and is tried again.
        deps.log('outbox.failed', errorKind(error));
        schedule(filingRetry);
      })
      .finally(() => {
        running = null;
      });
  }

  function moved(id: OutboxItemId): Result<OutboxItem> {
    const item = findOutboxItem(db, id);
    deps.changed();
    wake();
    return item === null ? failure('not-found') : success(item);
  }

  /** The app ended while these were with the server. */
  function doubtSending(): boolean {
    return ledger.write((record) => {
      const doubted = markSendingUncertain(db);
      for (const id of doubted) {
        const item = findOutboxItem(db, id);
        if (item !== null) recordOutcome(db, record, item, 'uncertain');
      }
      return doubted.length > 0;
    });
  }

  return {
    start() {
      // What this very job is sending is in no doubt.
      if (running === null && doubtSending()) deps.changed();
      wake();
    },
    wake,
    retry(id) {
      const retryAt = clock.now();
      if (!moveOutboxItem(db, id, { from: ['failed', 'queued'], to: 'queued', retryAt })) {
        return failure('outbox-state-changed');
      }
      return moved(id);
    },
    withdraw(id) {
      const item = findOutboxItem(db, id);
      if (item === null) return failure('not-found');
      const draft = ledger.write((record): Draft | null => {
        // Failed is no door to send from, so nothing can begin to send it in between.
        if (!moveOutboxItem(db, id, { from: ['queued', 'failed'], to: 'failed' })) return null;
        const place = {
          conversationId: item.conversationId,
          kind: item.kind,
          writer: ledger.staff(),
        };
        const typed = findDraft(db, place);
        const withdrawn = findLetter(db, id);
        if (withdrawn === null) return null;
        const answered = findAnsweredMessage(db, id);
        // Two texts that answer two messages answer neither alone.
        const messageId = typed === null || typed.messageId === answered ? answered : null;
        saveDraft(db, place, joined(withdrawn, typed, messageId), clock.now(), messageId);
        recordDraftChange(db, record, place);
        removeOutboxItem(db, id);
        return findDraft(db, place);
      });
      if (draft === null) return failure('outbox-state-changed');
      deps.changed();
      return success(draft);
    },
    settle(id, decision) {
      const to = decision === 'was-sent' ? 'sent' : 'queued';
      const retryAt = decision === 'was-sent' ? null : clock.now();
      const isMoved = ledger.write((record) => {
        const item = findOutboxItem(db, id);
        if (item === null || !moveOutboxItem(db, id, { from: ['uncertain'], to, retryAt })) {
          return false;
        }
        const outcome = decision === 'was-sent' ? 'settled-sent' : 'settled-again';
        recordOutcome(db, record, item, outcome, ledger.staff());
        return true;
      });
      if (!isMoved) return failure('outbox-state-changed');
      moved(id);
      return success(null);
    },
    async stop() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}

/** Both texts, and a form that says as much as both do: that is plain text. */
function joined(
  withdrawn: LetterContent,
  typed: Draft | null,
  messageId: MessageId | null,
): LetterContent {
  if (typed === null) return withdrawn;
  const quote = messageId === null ? null : (withdrawn.quote ?? typed.quote);
  const text = `${withdrawn.text}\n\n${typed.text}`;
  return { ...withdrawn, text, html: null, quote };
}
