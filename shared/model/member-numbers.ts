import { z } from 'zod';

/** Counts of people, none under five; null for one that is not shown. */
const shownCounts = z.object({
  cells: z.array(z.object({ key: z.string(), count: z.int().nullable() })).readonly(),
  /** Null where it would give away what is not shown. */
  total: z.int().nullable(),
});
export type ShownCounts = Readonly<z.infer<typeof shownCounts>>;

/** How long registrations wait that nobody has decided on; in days, the last without an end. */
export const waitingAges = ['0-2', '3-7', '8-14', '15-30', '31-'] as const;

export const MemberNumbers = z.object({
  /** By the Monday that a week begins with, UTC, such as `2026-11-23`; '' for all before. */
  weeks: shownCounts,
  open: shownCounts,
  /** By the prefecture of the first address in Japan; '' for those that are not shown. */
  prefectures: shownCounts,
  /** By the country of the first address; '' as well. */
  countries: shownCounts,
  /** From registration to the first decision, in hours; null while there are too few. */
  decisions: z.object({ count: z.int(), median: z.number(), p90: z.number() }).nullable(),
});
export type MemberNumbers = Readonly<z.infer<typeof MemberNumbers>>;
