import { useState } from 'react';
import type { MemberId } from '../../../shared/ids.ts';
import type { QueuedRegistration } from '../../../shared/model/registration.ts';

/** There is nothing to be said about it, and nobody else reviews it. */
function isClean({ warnings, claim, status }: QueuedRegistration): boolean {
  return warnings === 0 && claim?.isOwn !== false && (status === 'new' || status === 'needs-info');
}

/** Which registrations are selected, and those of them that can be approved together. */
export function useSelection(rows: readonly QueuedRegistration[]) {
  const [ids, setIds] = useState<ReadonlySet<MemberId>>(new Set());
  const chosen = new Set(rows.filter(({ id }) => ids.has(id)).map(({ id }) => id));
  return {
    chosen,
    clean: rows.filter((row) => chosen.has(row.id) && isClean(row)),
    toggle(id: MemberId) {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    /** Of the rows that are here: what is not seen is not approved. */
    chooseClean: () => setIds(new Set(rows.filter(isClean).map(({ id }) => id))),
    drop: (gone: readonly MemberId[]) =>
      setIds(new Set([...chosen].filter((id) => !gone.includes(id)))),
    clear: () => setIds(new Set()),
  };
}
