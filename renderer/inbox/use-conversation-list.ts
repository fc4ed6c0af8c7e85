import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { ListView, SearchOrder } from '../../shared/model/conversation.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useEvent } from '../use-event.ts';
import {
  emptyCache,
  missingPages,
  outdated,
  type PageAnswer,
  type PageCache,
  pageSize,
  withPages,
} from './page-cache.ts';

type Query = {
  readonly sectionId: SectionId;
  readonly view: ListView;
  /** '' lists everything. */
  readonly query: string;
  readonly order: SearchOrder;
};

type ConversationListHandle = {
  readonly cache: PageCache;
  /** Names the question that the rows answer. */
  readonly answers: string;
  /** Whether that is the question asked last, and not one that its answer has yet to replace. */
  readonly isAnswered: boolean;
  readonly error: AppError | null;
  /** Says which rows are in sight, so that their pages are fetched. */
  readonly onSight: (first: number, last: number) => void;
  readonly reload: () => void;
};

/**
 * The rows of a long list, fetched by the page as they come into sight. Old rows stay until newer
 * ones are here, those of another query too, so that nothing flickers.
 */
export function useConversationList({
  sectionId,
  view,
  query,
  order,
}: Query): ConversationListHandle {
  const key = `${sectionId} ${view} ${order} ${query}`;
  const [shown, setShown] = useState({ key: '', cache: emptyCache });
  const [error, setError] = useState<AppError | null>(null);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const inFlight = useRef(new Set<string>());
  const newestKey = useRef(key);
  newestKey.current = key;
  const newestTurn = useRef(shown.cache.turn);
  newestTurn.current = shown.cache.turn;

  const ask = useCallback(
    async (turn: number, pages: readonly number[]) => {
      // One question for a page at a time, however often its rows change meanwhile.
      const wanted = pages.filter((page) => !inFlight.current.has(`${key} ${page}`));
      if (wanted.length === 0) return;
      for (const page of wanted) inFlight.current.add(`${key} ${page}`);
      const answers: PageAnswer[] = [];
      let failed: AppError | null = null;
      for (const page of wanted) {
        const offset = page * pageSize;
        const list = { sectionId, view, query, order, offset, limit: pageSize };
        const result = await call('conversation.list', list);
        if (result.ok) answers.push({ page, ...result.value });
        else failed = result.error;
      }
      for (const page of wanted) inFlight.current.delete(`${key} ${page}`);
      // Staff typed on, or chose another view: the answer is to an older question.
      if (newestKey.current !== key) return;
      setError(failed);
      if (failed !== null) {
        // The rows changed meanwhile, and nobody has asked for them yet: another cache asks.
        if (newestTurn.current !== turn)
          setShown((last) => ({ key: last.key, cache: { ...last.cache } }));
        return;
      }
      setShown((last) => {
        const before = last.key === key ? last.cache : { ...emptyCache, turn: last.cache.turn };
        return { key, cache: withPages(before, turn, answers) };
      });
    },
    [key, sectionId, view, query, order],
  );

  const isOther = shown.key !== key;
  useEffect(() => {
    if (isOther) void ask(shown.cache.turn, [0]);
    else void ask(shown.cache.turn, missingPages(shown.cache, sight.first, sight.last));
  }, [isOther, shown.cache, sight, ask]);

  const reload = useCallback(
    () => setShown((last) => ({ key: last.key, cache: outdated(last.cache) })),
    [],
  );
  const onSight = useCallback(
    (first: number, last: number) =>
      setSight((now) => (now.first === first && now.last === last ? now : { first, last })),
    [],
  );
  useEvent('section.changed', (changed) => {
    if (changed.sectionId === sectionId) reload();
  });

  return {
    cache: shown.cache,
    answers: shown.key,
    isAnswered: !isOther,
    error,
    onSight,
    reload,
  };
}
