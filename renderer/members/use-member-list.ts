import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { MemberSummary } from '../../shared/model/member.ts';
import { call } from '../api.ts';

/** Members asked for at once. */
const pageSize = 100;

type Shown = {
  /** Names the question that the rows answer. */
  readonly key: string;
  readonly query: string;
  /** Null before the first answer. */
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, readonly MemberSummary[]>;
};

export type MemberListHandle = {
  readonly total: number | null;
  /** Whose answer the rows are: another one begins at its top. */
  readonly query: string;
  readonly isAnswered: boolean;
  readonly error: AppError | null;
  /** Null until its page is here. */
  readonly rowAt: (index: number) => MemberSummary | null;
  /** Says which rows are in sight, so that their pages are fetched. */
  readonly onSight: (first: number, last: number) => void;
  readonly reload: () => void;
};

/** The members that match, by the page as they come into sight. Old rows stay until newer ones are here. */
export function useMemberList(query: string): MemberListHandle {
  const [turn, setTurn] = useState(0);
  const key = `${turn} ${query}`;
  const [shown, setShown] = useState<Shown>({ key: '', query, total: null, pages: new Map() });
  const [error, setError] = useState<AppError | null>(null);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const asked = useRef(new Set<string>());
  const newestKey = useRef(key);
  newestKey.current = key;

  const ask = useCallback(
    async (wanted: readonly number[]) => {
      const pages = wanted.filter((page) => !asked.current.has(`${key} ${page}`));
      if (pages.length === 0) return;
      for (const page of pages) asked.current.add(`${key} ${page}`);
      const answers = await Promise.all(
        pages.map((page) => {
          const offset = page * pageSize;
          return call('member.list', { sectionId: 'members', query, offset, limit: pageSize });
        }),
      );
      for (const page of pages) asked.current.delete(`${key} ${page}`);
      // Staff typed on: the answer is to an older question.
      if (newestKey.current !== key) return;
      const failed = answers.find((answer) => !answer.ok);
      setError(failed === undefined ? null : failed.error);
      if (failed !== undefined) return;
      setShown((last) => {
        const known = new Map(last.key === key ? last.pages : []);
        let { total } = last;
        for (const [index, answer] of answers.entries()) {
          if (!answer.ok) continue;
          known.set(pages[index] ?? 0, answer.value.items);
          total = answer.value.total;
        }
        return { key, query, total, pages: known };
      });
    },
    [key, query],
  );

  const isOther = shown.key !== key;
  const isOtherQuery = shown.query !== query;
  useEffect(() => {
    const first = isOtherQuery ? 0 : Math.floor(sight.first / pageSize);
    const last = isOtherQuery ? 0 : Math.floor(sight.last / pageSize);
    const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    void ask(pages.filter((page) => isOther || !shown.pages.has(page)));
  }, [isOther, isOtherQuery, shown.pages, sight, ask]);

  const onSight = useCallback(
    (first: number, last: number) =>
      setSight((now) => (now.first === first && now.last === last ? now : { first, last })),
    [],
  );
  return {
    total: shown.total,
    query: shown.query,
    isAnswered: !isOther,
    error,
    rowAt: (index) => shown.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null,
    onSight,
    reload: useCallback(() => setTurn((last) => last + 1), []),
  };
}
