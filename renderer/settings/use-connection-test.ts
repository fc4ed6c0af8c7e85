import { useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { ConnectionReport } from '../../shared/model/account.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import type { MailboxInput } from './mailbox-form.ts';
import { hasPassed } from './report-outcome.ts';

export type ConnectionTest = {
  readonly isRunning: boolean;
  readonly report: ConnectionReport | null;
  /** Why the test itself could not run. */
  readonly error: AppError | null;
  readonly run: (input: MailboxInput) => void;
  /** Stops waiting; what the servers still answer is dropped. */
  readonly stop: () => void;
  /** Whether exactly this was tested and works. */
  readonly passedWith: (input: MailboxInput) => boolean;
};

/** Tests an account's settings without saving them. */
export function useConnectionTest(sectionId: SectionId): ConnectionTest {
  const [isRunning, setRunning] = useState(false);
  const [report, setReport] = useState<ConnectionReport | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const tested = useRef('');
  const turn = useRef(0);

  const run = async (input: MailboxInput) => {
    turn.current += 1;
    const mine = turn.current;
    setRunning(true);
    setReport(null);
    setError(null);
    const result = await call('account.test', { sectionId, ...input });
    if (mine !== turn.current) return;
    setRunning(false);
    tested.current = JSON.stringify(input);
    if (result.ok) setReport(result.value);
    else setError(result.error);
  };
  const stop = () => {
    turn.current += 1;
    setRunning(false);
  };
  const passedWith = (input: MailboxInput) =>
    report !== null && hasPassed(report) && tested.current === JSON.stringify(input);

  return { isRunning, report, error, run: (input) => void run(input), stop, passedWith };
}
