import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventPayload } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { call } from '../api.ts';
import { useEvent } from '../use-event.ts';

type StartedBecause = EventPayload<'engine.started'>['because'];

export type SessionHandle = {
  /** Null until the engine has answered, and from a lock until the fresh engine has. */
  readonly state: SessionState | null;
  readonly error: AppError | null;
  /** Why the engine that is running now was started. */
  readonly startedBecause: StartedBecause;
  /** Takes the answer of a sign-in. */
  readonly accept: (state: SessionState) => void;
  readonly retry: () => void;
};

/** Who is signed in. A new engine is a locked one, so the window forgets at once what it showed. */
export function useSession(): SessionHandle {
  const [state, setState] = useState<SessionState | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [startedBecause, setStartedBecause] = useState<StartedBecause>('start');
  const turn = useRef(0);

  const accept = useCallback((next: SessionState) => {
    // What was asked before this is older news.
    turn.current += 1;
    setError(null);
    setState(next);
  }, []);
  const ask = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const result = await call('session.state', null);
    if (mine !== turn.current) return;
    if (result.ok) accept(result.value);
    else setError(result.error);
  }, [accept]);

  useEffect(() => {
    void ask();
  }, [ask]);
  useEvent('session.changed', accept);
  useEvent('engine.started', ({ because }) => {
    setStartedBecause(because);
    setState(null);
    void ask();
  });

  useEvent('engine.failed', () => {
    turn.current += 1;
    setState(null);
    setError({ code: 'engine-failed' });
  });
  const retry = async () => {
    setError(null);
    if (error?.code === 'engine-failed') await call('app.startEngine', null);
    await ask();
  };

  return { state, error, startedBecause, accept, retry: () => void retry() };
}
