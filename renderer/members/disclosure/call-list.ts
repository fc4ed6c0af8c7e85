import type { AppError } from '../../../shared/errors.ts';

/** What `useCall` gives of a list. */
export type CallList<T> = {
  readonly value: readonly T[] | null;
  readonly error: AppError | null;
  readonly reload: () => void;
};
