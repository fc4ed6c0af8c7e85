import type { Clock } from '../clock.ts';
import { errorKind } from '../error-kind.ts';
import type { Log } from '../log.ts';
import { findNewAnswers, markAnswered } from '../store/member-reviews.ts';
import { findPresentMember } from '../store/members.ts';
import { changeInside } from './change-member.ts';
import type { SectionContext } from './section-context.ts';

export type AnswerLanding = {
  /** There may be new mail. */
  readonly look: () => void;
};

type Dependencies = Pick<SectionContext, 'id' | 'db' | 'ledger'> & {
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Puts the registrations back into the queue whose members have answered a letter about them. One
 * that staff have decided about meanwhile stays as they decided.
 */
export function createAnswerLanding({ id, db, ledger, clock, log }: Dependencies): AnswerLanding {
  return {
    look() {
      if (id !== 'members') return;
      try {
        landAnswers({ db, ledger }, clock.now());
      } catch (error) {
        // A full disk must not end the sync: what is not written down now is with the next mail.
        log('review.failed', errorKind(error));
      }
    },
  };
}

function landAnswers({ db, ledger }: Pick<SectionContext, 'db' | 'ledger'>, now: number): void {
  for (const { sequence, memberId, messageId } of findNewAnswers(db)) {
    ledger.write((write) => {
      markAnswered(db, sequence, messageId);
      const before = findPresentMember(db, memberId)?.record;
      // One that expired waited for this.
      if (before?.status !== 'needs-info' && before?.status !== 'expired') return;
      const after = { ...before, status: 'new' as const };
      // No person did it: the mail came.
      changeInside(db, write, { memberId, before, after }, { reason: '', now, by: null });
    });
  }
}
