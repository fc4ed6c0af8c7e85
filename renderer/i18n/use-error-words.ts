import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';

type ErrorWords = {
  /** What happened, in a sentence. */
  readonly what: string;
  /** What to do next, in a sentence. */
  readonly next: string;
  /** The other side's own words, or null. */
  readonly detail: string | null;
};

/** Turns an expected failure into words in the language on screen. */
export function useErrorWords(): (error: AppError) => ErrorWords {
  const { t } = useTranslation('error');
  return (error) => ({
    what: t(`${error.code}.what`),
    next: t(`${error.code}.next`),
    detail: error.detail ?? null,
  });
}
