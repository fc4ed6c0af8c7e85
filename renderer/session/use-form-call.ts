import { type FormEvent, useState } from 'react';
import type { AppError, Result } from '../../shared/errors.ts';

type FormCall = {
  readonly isWorking: boolean;
  readonly error: AppError | null;
  /** Does the work once, however often the form is sent meanwhile. */
  readonly submit: (event: FormEvent) => void;
};

/** The sending of a form: `ask` gives null when something on it is missing. */
export function useFormCall<T>(
  ask: () => Promise<Result<T>> | null,
  onDone: (value: T) => void,
): FormCall {
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function send(): Promise<void> {
    if (isWorking) return;
    const asked = ask();
    if (asked === null) return;
    setWorking(true);
    setError(null);
    const result = await asked;
    setWorking(false);
    if (result.ok) onDone(result.value);
    else setError(result.error);
  }

  return {
    isWorking,
    error,
    submit(event) {
      event.preventDefault();
      void send();
    },
  };
}
