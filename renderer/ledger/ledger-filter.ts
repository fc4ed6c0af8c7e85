import type { StaffId } from '../../shared/ids.ts';
import type { ChainKind, ChainQuery } from '../../shared/model/chain-entry.ts';

/** What the filters are set to. Days as their fields hold them: `2026-11-24`, or ''. */
export type LedgerFilter = {
  readonly kind: ChainKind | 'all';
  readonly staffId: StaffId | 'all';
  readonly query: string;
  readonly from: string;
  readonly to: string;
};

export const noFilter: LedgerFilter = { kind: 'all', staffId: 'all', query: '', from: '', to: '' };

export function isFiltered(filter: LedgerFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(noFilter);
}

/** The question for the engine: days are those of this computer, the last one to its end. */
export function toQuery(
  side: ChainQuery['side'],
  { kind, staffId, query, from, to }: LedgerFilter,
): Omit<ChainQuery, 'offset' | 'limit'> {
  return {
    side,
    kind: kind === 'all' ? null : kind,
    staffId: staffId === 'all' ? null : staffId,
    query: query.slice(0, 200),
    from: startOfDay(from, 0),
    to: startOfDay(to, 1),
  };
}

function startOfDay(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + later).getTime();
  return Number.isNaN(at) ? null : at;
}
