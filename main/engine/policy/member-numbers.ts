import type { MemberStatus } from '../../../shared/model/member.ts';
import { type MemberNumbers, waitingAges } from '../../../shared/model/member-numbers.ts';
import { isUndecided } from '../../../shared/model/registration.ts';
import { type Cell, percentile, type ShownCells, suppressSmall } from './suppress-small.ts';

type Counted = {
  readonly status: MemberStatus;
  readonly addedAt: number;
  readonly decidedAt: number | null;
};

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const week = 7 * day;

/** 5 January 1970 was a Monday. */
const monday = 4 * day;

/** Weeks that are shown one by one; what was before is one count. */
const weeksShown = 26;

/** A median of fewer decisions could be told to be somebody's. */
const fewestDecisions = 10;

/** Japan has prefectures; the regions of other countries are not counted. */
const japan = 'JP';

/** Adds registrations up, and shows of them what identifies nobody. Times are ms since the epoch. */
export function createMemberNumbers(now: number) {
  const thisWeek = Math.floor((now - monday) / week);
  const weeks = new Map<number, number>();
  const ages = new Map<string, number>(waitingAges.map((age) => [age, 0]));
  const hours = new Map<number, number>();
  const countries = new Map<string, number>();
  const prefectures = new Map<string, number>();

  return {
    addRegistration({ status, addedAt, decidedAt }: Counted): void {
      const at = Math.floor((addedAt - monday) / week);
      add(weeks, at > thisWeek - weeksShown ? Math.min(at, thisWeek) : -1, 1);
      if (isUndecided(status)) add(ages, ageOf(now - addedAt), 1);
      if (decidedAt !== null) add(hours, Math.max(0, Math.round((decidedAt - addedAt) / hour)), 1);
    },
    addRegion({
      country,
      region,
      count,
    }: {
      readonly country: string;
      readonly region: string;
      readonly count: number;
    }): void {
      add(countries, country, count);
      if (country === japan) add(prefectures, region, count);
    },
    shown(): MemberNumbers {
      const shownCountries = suppressSmall(toCells(countries));
      const japanese = shownCountries.cells.find(({ key }) => key === japan);
      // Where Japan's own count is hidden its prefectures would add up to it.
      const areOpen = japanese === undefined || japanese.count !== null;
      return {
        weeks: suppressSmall(weekCells(weeks, thisWeek)),
        open: suppressSmall(waitingAges.map((key) => ({ key, count: ages.get(key) ?? 0 }))),
        countries: withoutNames(shownCountries),
        prefectures: areOpen
          ? withoutNames(suppressSmall(toCells(prefectures)))
          : { cells: [{ key: '', count: null }], total: null },
        decisions: decisionsOf(hours),
      };
    },
  };
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** By name: an order by size would tell of sizes that are hidden. */
function toCells(counts: ReadonlyMap<string, number>): Cell<string>[] {
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

function weekCells(weeks: ReadonlyMap<number, number>, thisWeek: number): Cell<string>[] {
  const shown = Array.from({ length: weeksShown }, (_, index) => thisWeek - index);
  return [
    ...shown.map((at) => ({
      key: new Date(monday + at * week).toISOString().slice(0, 10),
      count: weeks.get(at) ?? 0,
    })),
    { key: '', count: weeks.get(-1) ?? 0 },
  ];
}

function ageOf(milliseconds: number): string {
  const days = Math.floor(milliseconds / day);
  const ends = [2, 7, 14, 30];
  const at = ends.findIndex((end) => days <= end);
  return waitingAges[at === -1 ? ends.length : at] ?? '';
}

/** One place for all that are hidden: that somebody lives there, or typed so, is theirs alone. */
function withoutNames({ cells, total }: ShownCells<string>): MemberNumbers['countries'] {
  const open = cells.filter(({ count }) => count !== null);
  const isWhole = open.length === cells.length;
  return { cells: [...open, ...(isWhole ? [] : [{ key: '', count: null }])], total };
}

function decisionsOf(hours: ReadonlyMap<number, number>): MemberNumbers['decisions'] {
  const durations = [...hours].map(([value, count]) => ({ value, count }));
  const count = durations.reduce((sum, one) => sum + one.count, 0);
  const [median, p90] = [percentile(durations, 0.5), percentile(durations, 0.9)];
  if (count < fewestDecisions || median === null || p90 === null) return null;
  return { count, median, p90 };
}
