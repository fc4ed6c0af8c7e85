import { useState } from 'react';
import type { EventPayload } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

export type StartedBecause = EventPayload<'engine.started'>['because'];

export type SessionHandle = {
  /** Null until the engine has answered. */
  readonly state: SessionState | null;
  readonly error: AppError | null;
  /** Why the engine that is running now was started. */
  readonly startedBecause: StartedBecause;
};

/** Who is signed in; a new engine is always a locked one, so its state is asked for anew. */
export function useSession(): SessionHandle {
  const first = useCall('session.state', null);
  const [changed, setChanged] = useState<SessionState | null>(null);
  const [startedBecause, setStartedBecause] = useState<StartedBecause>('start');

  useEvent('session.changed', setChanged);
  useEvent('engine.started', ({ because }) => {
    setStartedBecause(because);
    setChanged(null);
    first.reload();
  });

  return { state: changed ?? first.value, error: changed ? null : first.error, startedBecause };
}
