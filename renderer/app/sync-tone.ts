import { assertNever } from '../../shared/assert-never.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';

type SyncTone = 'off' | 'busy' | 'good' | 'warning' | 'danger';

/** The colour of a section's mark; the words beside it say the same. */
export function syncTone({ sync, storeError }: SectionSummary): SyncTone {
  if (storeError !== null) return 'danger';
  switch (sync.phase) {
    case 'unconfigured':
      return 'off';
    case 'connecting':
    case 'syncing':
      return 'busy';
    case 'live':
      return 'good';
    case 'waiting':
      return 'warning';
    case 'stopped':
      return sync.error === null ? 'off' : 'danger';
    default:
      return assertNever(sync.phase);
  }
}
