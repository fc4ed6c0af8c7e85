import { useCallback, useEffect, useRef, useState } from 'react';
import { queuePageLimit } from '../../../shared/contract/review-calls.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { QueuedRegistration, RegistrationStatus } from '../../../shared/model/registration.ts';
import { call } from '../../api.ts';
import { createOneAtATime } from '../../one-at-a-time.ts';
import { useEvent } from '../../use-event.ts';

/** So few rows left below, and the next page is asked for. */
const fewRows = 10;
/** Pages that are asked for again at most when something changed: staff have not scrolled further. */
const mostPages = 20;

type Loaded = {
  readonly status: RegistrationStatus;
  readonly items: readonly QueuedRegistration[];
  readonly total: number;
};

export type ReviewQueue = {
  /** Null before the first answer. */
  readonly total: number | null;
  readonly rows: readonly QueuedRegistration[];
  readonly error: AppError | null;
  readonly reload: () => void;
  /** The row that the cursor is at: more are fetched before it reaches the end. */
  readonly onSight: (index: number) => void;
  /** Takes rows out before the engine has answered. */
  readonly hide: (ids: readonly MemberId[]) => void;
  /** It has answered: whether they stay out is what the store says. */
  readonly settle: (ids: readonly MemberId[]) => void;
};

/** The registrations of a status from the oldest on, without those that were just decided. */
export function useReviewQueue(status: RegistrationStatus): ReviewQueue {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<MemberId>>(new Set());
  const [error, setError] = useState<AppError | null>(null);
  /** Decided here, and not written down yet. */
  const pending = useRef(new Set<MemberId>());
  const wanted = useRef(1);
  const ask = useRef(() => {});
  const shown = loaded?.status === status ? loaded : null;

  useEffect(() => {
    wanted.current = 1;
    const { ask: load, stop } = createOneAtATime(
      async () => {
        const before = new Set(pending.current);
        return { before, result: await loadPages(status, wanted.current) };
      },
      ({ before, result }) => {
        setError(result.ok ? null : result.error);
        if (!result.ok) return;
        setLoaded({ status, ...result.value });
        // What was decided while the answer was on its way may still stand in it.
        const isAhead = (id: MemberId) => before.has(id) || pending.current.has(id);
        setHidden((last) => new Set([...last].filter(isAhead)));
      },
    );
    ask.current = () => void load();
    ask.current();
    return () => {
      ask.current = () => {};
      stop();
    };
  }, [status]);

  useEvent('section.changed', ({ sectionId }) => {
    if (sectionId === 'members') ask.current();
  });

  const hide = useCallback((ids: readonly MemberId[]) => {
    for (const id of ids) pending.current.add(id);
    setHidden((last) => new Set([...last, ...ids]));
  }, []);
  const settle = useCallback((ids: readonly MemberId[]) => {
    for (const id of ids) pending.current.delete(id);
    ask.current();
  }, []);

  const all = shown?.items ?? [];
  const rows = all.filter(({ id }) => !hidden.has(id));
  const onSight = (index: number) => {
    if (shown === null || all.length >= shown.total || index < rows.length - fewRows) return;
    const pages = Math.min(mostPages, Math.ceil(all.length / queuePageLimit) + 1);
    if (pages <= wanted.current) return;
    wanted.current = pages;
    ask.current();
  };
  return {
    total: shown === null ? null : shown.total - (all.length - rows.length),
    rows,
    error,
    reload: () => ask.current(),
    onSight,
    hide,
    settle,
  };
}

async function loadPages(status: RegistrationStatus, pages: number) {
  const items: QueuedRegistration[] = [];
  let total = 0;
  for (let page = 0; page < pages; page += 1) {
    const after = items.at(-1) ?? null;
    const answer = await call('review.queue', {
      sectionId: 'members',
      status,
      after: after === null ? null : { addedAt: after.addedAt, id: after.id },
      limit: queuePageLimit,
    });
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    ({ total } = answer.value);
    if (answer.value.items.length < queuePageLimit) break;
  }
  return { ok: true, value: { items, total } } as const;
}
