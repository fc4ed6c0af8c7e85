import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import type {
  Decision,
  MadeDecision,
  QueuedRegistration,
} from '../../../shared/model/registration.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useToast } from '../../ui/toast.tsx';
import type { ReviewQueue } from './use-review-queue.ts';

export type Choice = Pick<
  CallInput<'review.decide'>,
  'decision' | 'fields' | 'reason' | 'honorific' | 'letter'
>;

/** A registration whose decision was not kept, and why. */
export type FailedDecision = {
  readonly registration: QueuedRegistration;
  readonly error: AppError;
};

type Decisions = {
  readonly failed: readonly FailedDecision[];
  readonly dismiss: () => void;
  readonly decide: (registration: QueuedRegistration, choice: Choice) => void;
  readonly approveAll: (registrations: readonly QueuedRegistration[]) => void;
  readonly undoLast: () => void;
};

export const approval: Choice = {
  decision: 'approved',
  fields: [],
  reason: '',
  honorific: null,
  letter: null,
};

/**
 * Decides without waiting: the row goes at once, the write follows behind the ones before it, and a
 * row whose decision was refused comes back with the reason.
 */
export function useDecisions(queue: ReviewQueue): Decisions {
  const { t } = useTranslation('review');
  const toast = useToast();
  const words = useErrorWords();
  const [failed, setFailed] = useState<readonly FailedDecision[]>([]);
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  /** What can be taken back, the last one last; empty where nothing was made. */
  const made = useRef<Promise<readonly MadeDecision[]>[]>([]);

  function write<T>(work: () => Promise<T>): Promise<T> {
    const next = writing.current.then(work);
    writing.current = next;
    return next;
  }

  function putBack(registrations: readonly QueuedRegistration[], error: AppError) {
    queue.settle(registrations.map(({ id }) => id));
    setFailed((last) => [
      ...last,
      ...registrations.map((registration) => ({ registration, error })),
    ]);
  }

  function forget(ids: readonly MemberId[]) {
    setFailed((last) => last.filter(({ registration }) => !ids.includes(registration.id)));
  }

  function decide(registration: QueuedRegistration, choice: Choice) {
    const { id: memberId } = registration;
    forget([memberId]);
    queue.hide([memberId]);
    const input = { sectionId: 'members', memberId, ...choice } as const;
    const done = write(() => call('review.decide', input)).then((result) => {
      if (result.ok) {
        queue.settle([memberId]);
        return [result.value];
      }
      putBack([registration], result.error);
      return [];
    });
    made.current.push(done);
    tell(t(`done.${choice.decision satisfies Decision}`, { name: memberName(registration) }));
  }

  function approveAll(registrations: readonly QueuedRegistration[]) {
    const memberIds = registrations.map(({ id }) => id);
    forget(memberIds);
    queue.hide(memberIds);
    const input = { sectionId: 'members', memberIds } as const;
    const done = write(() => call('review.approveAll', input)).then((result) => {
      if (!result.ok) {
        putBack(registrations, result.error);
        return [];
      }
      const { approved } = result.value;
      queue.settle(memberIds);
      tell(t('done.approvedAll', { count: approved.length }));
      return approved;
    });
    made.current.push(done);
  }

  function tell(text: string) {
    toast({ text, action: { label: t('done.undo'), onPress: () => void undoLast() } });
  }

  async function undoLast() {
    const decisions = await made.current.pop();
    if (decisions === undefined || decisions.length === 0) return;
    const input: CallInput<'review.undo'> = {
      sectionId: 'members',
      decisions: [...decisions],
    };
    const result: Result<{ readonly undone: readonly MemberId[] }> = await write(() =>
      call('review.undo', input),
    );
    if (!result.ok) return toast({ text: words(result.error).what });
    const { undone } = result.value;
    queue.reload();
    if (undone.length === 0) toast({ text: t('done.notUndone') });
    else if (decisions.length === 1) toast({ text: t('done.undone') });
    else toast({ text: t('done.undoneAll', { count: undone.length }) });
  }

  return {
    failed,
    dismiss: () => setFailed([]),
    decide,
    approveAll,
    undoLast: () => void undoLast(),
  };
}
