import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../shared/errors.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';

/** Their usual advice is that Fumibako tries again, which it does for sync and not for a form. */
const retriedElsewhere: ReadonlySet<ErrorCode> = new Set(['connection-lost', 'server-stalled']);

/** Words for what goes wrong while an account is tested or saved. */
export function useTestWords(): ReturnType<typeof useErrorWords> {
  const { t } = useTranslation('settings');
  const words = useErrorWords();
  return (error) =>
    retriedElsewhere.has(error.code) ? { ...words(error), next: t('test.again') } : words(error);
}
