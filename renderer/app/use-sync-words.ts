import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/assert-never.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { useFormat } from '../i18n/use-format.ts';

/** Says in one short line how a section's sync stands. */
export function useSyncWords(): (section: SectionSummary) => string {
  const { t } = useTranslation('app');
  const format = useFormat();
  return ({ sync, storeError }) => {
    if (storeError !== null) return t('sync.storeError');
    switch (sync.phase) {
      case 'unconfigured':
        return t('sync.unconfigured');
      case 'connecting':
        return t('sync.connecting');
      case 'syncing':
        return sync.total === 0
          ? t('sync.preparing')
          : t('sync.progress', {
              done: format.number(sync.done),
              total: format.number(sync.total),
            });
      case 'live':
        return sync.lastSyncedAt === null
          ? t('sync.liveFirst')
          : t('sync.live', { time: format.shortDate(sync.lastSyncedAt) });
      case 'waiting':
        return sync.retryAt === null
          ? t('sync.connecting')
          : t('sync.waiting', { time: format.time(sync.retryAt) });
      case 'stopped':
        return sync.lastSyncedAt === null
          ? t('sync.stopped')
          : t('sync.stoppedAfter', { time: format.shortDate(sync.lastSyncedAt) });
      default:
        return assertNever(sync.phase);
    }
  };
}
