import { useTranslation } from 'react-i18next';
import type { RetentionTerms } from '../../../shared/model/retention.ts';

/** A rule in a sentence: `Rejected: whole record after 90 days`. */
export function useRuleWords(): (terms: RetentionTerms) => string {
  const { t } = useTranslation(['retention', 'members']);
  return ({ status, part, count, unit }) =>
    t('retention:rule', {
      status: t(`members:status.${status}`),
      part: t(`retention:part.${part}`),
      period: t(`retention:period.${unit}`, { count }),
    });
}
