import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import type { SyncStatus } from '../../shared/model/sync-status.ts';
import { call } from '../api.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

type SectionsHandle = {
  /** Null until the engine has answered. */
  readonly sections: readonly SectionSummary[] | null;
  readonly error: AppError | null;
  readonly reload: () => void;
};

/** The sections of the sidebar. Sync tells its own progress; counts are asked for when they change. */
export function useSections(): SectionsHandle {
  const { value, error, reload } = useCall('section.list', null);
  const [heard, setHeard] = useState<Partial<Record<SectionId, SyncStatus>>>({});

  useEvent('sync.changed', (sync) => {
    setHeard((before) => ({ ...before, [sync.sectionId]: sync }));
    // The first status of a new account is also news about its address.
    const known = value?.find(({ id }) => id === sync.sectionId);
    if (known === undefined || known.sync.phase === 'unconfigured') reload();
  });
  // What a connection was made over may be gone: a dead one would be noticed minutes later.
  useEffect(() => {
    const reconnect = () => {
      for (const { id } of value ?? []) void call('sync.reconnect', { sectionId: id });
    };
    window.addEventListener('online', reconnect);
    return () => window.removeEventListener('online', reconnect);
  }, [value]);
  useEvent('section.changed', reload);
  useEvent('outbox.changed', reload);

  const sections =
    value?.map((section) => ({ ...section, sync: heard[section.id] ?? section.sync })) ?? null;
  return { sections, error, reload };
}
