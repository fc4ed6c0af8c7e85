import type { MemberStatus } from '../../../shared/model/member.ts';
import type {
  ForgettableField,
  RetainedPart,
  RetentionRule,
  RetentionTerms,
} from '../../../shared/model/retention.ts';

/** What the rules look at of a member. */
export type KeptMember = {
  readonly status: MemberStatus;
  /** Since when, in milliseconds since the epoch. */
  readonly since: number;
  /** What the record or its history has anything in. */
  readonly fields: readonly ForgettableField[];
  readonly isHeld: boolean;
};

const day = 24 * 60 * 60 * 1000;

/** A rule that was turned on by mistake can be turned off for so long, in milliseconds. */
const grace = day;

/**
 * Whoever has had the status since then or for longer is due at that moment (ms since the epoch). A
 * month before the 31st is the last day of a shorter month. Later moments never give an earlier one.
 */
export function dueSince({ count, unit }: RetentionTerms, at: number): number {
  if (unit === 'days') return at - count * day;
  const then = new Date(at);
  const year = then.getUTCFullYear();
  const month = then.getUTCMonth() - count * (unit === 'years' ? 12 : 1);
  const today = then.getUTCDate();
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  // All of the shorter month's last day: else time would turn back the day after.
  if (today > lastDay) return Date.UTC(year, month, lastDay + 1) - 1;
  return Date.UTC(year, month, today) + (at % day);
}

/** Whether a rule is applied by itself at that moment. */
export function isInEffect({ onSince }: RetentionRule, at: number): boolean {
  return onSince !== null && at >= onSince + grace;
}

/**
 * What goes of a member at that moment by these rules, each part by its rule. With the whole record
 * everything goes, so that nothing else is named beside it. A hold keeps all of it.
 */
export function dueParts(
  { status, since, fields, isHeld }: KeptMember,
  rules: readonly RetentionRule[],
  at: number,
): ReadonlyMap<RetainedPart, RetentionRule> {
  if (isHeld) return new Map();
  const due = rules.filter((rule) => rule.status === status && since <= dueSince(rule, at));
  const whole = due.find(({ part }) => part === 'record');
  if (whole !== undefined) return new Map([['record', whole]]);
  return new Map(
    due
      .filter(({ part }) => fields.some((field) => field === part))
      .map((rule) => [rule.part, rule]),
  );
}

/** When the rules are next applied, which is once a day; null when none is on. Milliseconds since the epoch. */
export function nextRun(
  rules: readonly RetentionRule[],
  lastAt: number | null,
  now: number,
): number | null {
  const begins = rules.flatMap(({ onSince }) => (onSince === null ? [] : [onSince + grace]));
  if (begins.length === 0) return null;
  // A clock that was wrong may have left a run that is yet to come.
  const last = lastAt === null || lastAt > now ? Number.NEGATIVE_INFINITY : lastAt;
  return Math.max(Math.min(...begins), last + day);
}
