import { setImmediate as breathe } from 'node:timers/promises';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { RetentionRule } from '../../../shared/model/retention.ts';
import { dueSince, nextRun } from '../policy/retention.ts';
import { countDueMembers, findDueMembers } from '../store/due-members.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { countRemaining } from '../store/remaining-members.ts';
import {
  deleteRetentionRule,
  findRetentionRule,
  findRetentionRules,
  insertRetentionRule,
  updateRetentionRule,
} from '../store/retention-rules.ts';
import { notFound, type SectionContext } from './section-context.ts';

type Change<Output> = (section: SectionContext, now: number) => Result<Output>;

export function readRetention(
  { db, retention }: SectionContext,
  now: number,
): Result<CallOutput<'retention.read'>> {
  const rules = findRetentionRules(db);
  const status = retention.status();
  return success({ rules, status, nextAt: nextRun(rules, status.last?.at ?? null, now) });
}

/** Adds a rule, off as yet, or changes one: what an administrator decides, and on record. */
export function saveRule({
  ruleId,
  terms,
}: CallInput<'retention.saveRule'>): Change<RetentionRule> {
  return ({ db, ledger, retention }, now) => {
    const rules = findRetentionRules(db);
    const isTaken = rules.some(
      ({ id, status, part }) => id !== ruleId && status === terms.status && part === terms.part,
    );
    if (isTaken) return failure('rule-exists');
    const before = rules.find(({ id }) => id === ruleId);
    if (ruleId !== null && before === undefined) return notFound;
    const rule = ledger.write((record) => {
      const saved =
        before === undefined
          ? insertRetentionRule(db, terms)
          : // Its day of grace begins anew: nobody has seen yet whom the new terms are about.
            { ...before, ...terms, onSince: before.onSince === null ? null : now };
      updateRetentionRule(db, saved);
      record({ kind: 'retention-rule-changed', detail: { rule: saved } });
      return saved;
    });
    // A run that is at it goes by the old terms.
    retention.cancel();
    return success(rule);
  };
}

export function switchRule({
  ruleId,
  isOn,
}: CallInput<'retention.switchRule'>): Change<RetentionRule> {
  return ({ db, ledger, retention }, now) => {
    const before = findRetentionRule(db, ruleId);
    if (before === null) return notFound;
    if ((before.onSince !== null) === isOn) return success(before);
    const rule = { ...before, onSince: isOn ? now : null };
    ledger.write((record) => {
      updateRetentionRule(db, rule);
      record({ kind: 'retention-rule-changed', detail: { rule } });
    });
    // What it was about to take stays, from this moment on.
    if (!isOn) retention.cancel();
    return success(rule);
  };
}

export function removeRule({ ruleId }: CallInput<'retention.removeRule'>): Change<null> {
  return ({ db, ledger, retention }) => {
    const rule = findRetentionRule(db, ruleId);
    if (rule === null) return notFound;
    ledger.write((record) => {
      deleteRetentionRule(db, ruleId);
      record({ kind: 'retention-rule-removed', detail: { rule } });
    });
    retention.cancel();
    return success(null);
  };
}

/** Whom a rule would take something from now, whether or not it is on. */
export function previewRule(
  { db }: SectionContext,
  { ruleId, after, limit }: CallInput<'retention.preview'>,
  now: number,
): Result<CallOutput<'retention.preview'>> {
  const rule = findRetentionRule(db, ruleId);
  if (rule === null) return notFound;
  const question = { ...rule, dueSince: dueSince(rule, now) };
  return success({ items: findDueMembers(db, question, after, limit) });
}

export async function countRule(
  { db }: SectionContext,
  { ruleId }: CallInput<'retention.count'>,
  now: number,
): Promise<Result<CallOutput<'retention.count'>>> {
  const rule = findRetentionRule(db, ruleId);
  if (rule === null) return notFound;
  return inSteps(db, countDueMembers(db, { ...rule, dueSince: dueSince(rule, now) }));
}

export async function remainingMembers(
  { db }: SectionContext,
  { at }: CallInput<'retention.remaining'>,
): Promise<Result<CallOutput<'retention.remaining'>>> {
  const rules = findRetentionRules(db).filter(({ onSince }) => onSince !== null);
  const due = rules.map((rule) => ({ ...rule, dueSince: dueSince(rule, at) }));
  const found = await inSteps(db, countRemaining(db, due));
  return found.ok ? success({ items: [...found.value] }) : found;
}

/** Others have their turn between the steps of a count. */
async function inSteps<T>(db: SectionDatabase, steps: Generator<void, T>): Promise<Result<T>> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return success(step.value);
    await breathe();
    // The section was closed meanwhile.
    if (!db.open) return failure('locked');
  }
}

/** For how long data are kept is an administrator's to say. */
export function byAdministrator<Output>(
  section: SectionContext,
  change: Change<Output>,
  isAdministrator: boolean,
  now: number,
): Result<Output> {
  return isAdministrator ? change(section, now) : failure('administrator-needed');
}

export const runRetention: Change<null> = ({ retention }) => {
  retention.runNow();
  return success(null);
};

export const cancelRetention: Change<null> = ({ retention }) => {
  retention.cancel();
  return success(null);
};
