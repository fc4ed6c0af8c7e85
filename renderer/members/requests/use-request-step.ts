import { useState } from 'react';
import type { CallInput } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import { call } from '../../api.ts';

type Step =
  | 'request.identify'
  | 'request.finish'
  | 'request.refuse'
  | 'request.reopen'
  | 'request.send';

/** A step of a request, one at a time; the register is read again after it. */
export function useRequestStep(onChanged: () => void) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  /** Whether it was done. */
  async function take<N extends Step>(name: N, input: CallInput<N>): Promise<boolean> {
    if (isPending) return false;
    setPending(true);
    const result = await call(name, input);
    setPending(false);
    setError(result.ok ? null : result.error);
    // Where it was not done the request may be another than it is shown.
    onChanged();
    return result.ok;
  }
  return { isPending, error, take };
}
