import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../shared/contract.ts';
import type { AppError } from '../shared/errors.ts';
import { call } from './api.ts';

type CallState<T> = {
  /** The last good answer; kept while a newer one is on its way, so that nothing flickers. */
  readonly value: T | null;
  readonly error: AppError | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
};

type Answer<T> = {
  readonly key: string;
  readonly value: T | null;
  readonly error: AppError | null;
};

/**
 * Keeps the answer of a call on screen. Asks again when the input changes by value or on `reload`;
 * an answer that comes after a newer question is dropped. An undefined input asks nothing.
 */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N> | undefined,
): CallState<CallOutput<N>> {
  const key = input === undefined ? '' : JSON.stringify(input);
  const [answer, setAnswer] = useState<Answer<CallOutput<N>>>({
    key: '',
    value: null,
    error: null,
  });
  const [isLoading, setLoading] = useState(input !== undefined);
  const newest = useRef(0);

  const ask = useCallback(async () => {
    newest.current += 1;
    const turn = newest.current;
    if (key === '') return;
    setLoading(true);
    const result = await call(name, JSON.parse(key) as CallInput<N>);
    if (turn !== newest.current) return;
    setLoading(false);
    setAnswer((last) =>
      result.ok
        ? { key, value: result.value, error: null }
        : { key, value: last.key === key ? last.value : null, error: result.error },
    );
  }, [name, key]);

  useEffect(() => {
    void ask();
    return () => {
      newest.current += 1;
    };
  }, [ask]);

  return {
    value: answer.key === key ? answer.value : null,
    error: answer.key === key ? answer.error : null,
    isLoading,
    reload: () => void ask(),
  };
}
