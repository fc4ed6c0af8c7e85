import { useTranslation } from 'react-i18next';
import type { ChainVerdict } from '../../shared/model/chain-entry.ts';
import { useFormat } from '../i18n/use-format.ts';

/** What a check of the chain found, in a sentence or two. */
export function useVerdictWords(): (verdict: ChainVerdict) => string {
  const { t } = useTranslation('ledger');
  const format = useFormat();
  return (verdict) => {
    const count = verdict.entries;
    switch (verdict.outcome) {
      case 'whole': {
        const { sequence, mac } = verdict.head;
        return t('verdict.whole', {
          count,
          number: format.number(sequence),
          mac: mac.slice(0, 16),
        });
      }
      case 'broken':
      case 'tail-cut':
        return t(`verdict.${verdict.outcome}`, { count, number: verdict.sequence });
      default:
        return t(`verdict.${verdict.outcome}`, { count });
    }
  };
}
