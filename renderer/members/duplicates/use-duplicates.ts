import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import { call } from '../../api.ts';
import { useCall } from '../../use-call.ts';

const inMembers = { sectionId: 'members' } as const;

/** Pairs shown at first and with each "more"; and how many the engine gives at once. */
const step = 100;
const most = 500;

/** How often a search under way is asked how far it is, in milliseconds. */
const askEach = 300;

/** The pairs, with a search that begins by itself where there was none since the unlock. */
export function useDuplicates() {
  const [limit, setLimit] = useState(step);
  const list = useCall('duplicate.list', { ...inMembers, offset: 0, limit });
  const merges = useCall('duplicate.merges', inMembers);
  const [isSearching, setSearching] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  // More rows are on their way: those that are there stay.
  const last = useRef<CallOutput<'duplicate.list'> | null>(null);
  if (list.value !== null) last.current = list.value;
  const shown = last.current;
  const reloads = useRef({ list: list.reload, merges: merges.reload });
  reloads.current = { list: list.reload, merges: merges.reload };

  const find = useCallback(async () => {
    setSearching(true);
    const timer = setInterval(() => reloads.current.list(), askEach);
    const result = await call('duplicate.find', inMembers);
    clearInterval(timer);
    setSearching(false);
    setFailure(result.ok ? null : result.error);
    reloads.current.list();
  }, []);

  const hasBegun = useRef(false);
  const state = shown?.search.state;
  useEffect(() => {
    if (state === undefined || state === 'done' || hasBegun.current) return;
    hasBegun.current = true;
    void find();
  }, [state, find]);

  return {
    shown,
    merges: merges.value ?? [],
    error: failure ?? list.error ?? merges.error,
    isSearching,
    find: () => void find(),
    hasMore: shown !== null && shown.pairs.length < Math.min(shown.total, most),
    more: () => setLimit((now) => Math.min(most, now + step)),
    reload: () => {
      reloads.current.list();
      reloads.current.merges();
    },
  };
}
