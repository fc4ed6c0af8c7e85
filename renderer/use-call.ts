import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../shared/contract.ts';
import type { AppError } from '../shared/errors.ts';
import { call } from './api.ts';
import { createOneAtATime } from './one-at-a-time.ts';

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

const noAnswer = { key: '', value: null, error: null };

/**
 * Keeps the answer of a call on screen. Asks again when the input changes by value, and then drops
 * the answer to the last input; asks again on `reload`, after the answer that is on its way. An
 * undefined input asks nothing.
 */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N> | undefined,
): CallState<CallOutput<N>> {
  const key = input === undefined ? '' : JSON.stringify(input);
  const [answer, setAnswer] = useState<Answer<CallOutput<N>>>(noAnswer);
  const [isLoading, setLoading] = useState(input !== undefined);
  const askNow = useRef(() => {});

  useEffect(() => {
    if (key === '') return;
    const { ask, stop } = createOneAtATime(
      () => call(name, JSON.parse(key) as CallInput<N>),
      (result, isNewest) => {
        if (isNewest) setLoading(false);
        setAnswer((last) =>
          result.ok
            ? { key, value: result.value, error: null }
            : { key, value: last.key === key ? last.value : null, error: result.error },
        );
      },
    );
    askNow.current = () => {
      setLoading(true);
      void ask();
    };
    askNow.current();
    return () => {
      askNow.current = () => {};
      stop();
      // Asked once more later, the same input may have another answer: this one is never shown then.
      setAnswer(noAnswer);
    };
  }, [name, key]);

  return {
    value: answer.key === key ? answer.value : null,
    error: answer.key === key ? answer.error : null,
    isLoading,
    reload: () => askNow.current(),
  };
}
