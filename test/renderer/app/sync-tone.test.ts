import { expect, it } from 'vitest';
import { syncTone } from '../../../renderer/app/sync-tone.ts';
import type { SectionSummary } from '../../../shared/model/section-summary.ts';

function section(phase: SectionSummary['sync']['phase'], code?: 'login-failed'): SectionSummary {
  return {
    id: 'members',
    unread: 0,
    open: 0,
    waiting: 0,
    due: 0,
    outboxProblems: 0,
    outboxWaiting: 0,
    unreadForms: 0,
    address: 'members@news.example',
    storeError: null,
    sync: {
      sectionId: 'members',
      phase,
      done: 0,
      total: 0,
      lastSyncedAt: null,
      retryAt: null,
      error: code === undefined ? null : { code },
      alert: null,
    },
  };
}

it('warns of a sync that waits, and of one that a refused login stopped more strongly', () => {
  expect(syncTone(section('live'))).toBe('good');
  expect(syncTone(section('waiting'))).toBe('warning');
  expect(syncTone(section('stopped', 'login-failed'))).toBe('danger');
});

it('does not call a sync that staff stopped an error', () => {
  expect(syncTone(section('stopped'))).toBe('off');
});

it('shows a database that cannot be opened before anything else', () => {
  expect(syncTone({ ...section('live'), storeError: { code: 'store-damaged' } })).toBe('danger');
});
