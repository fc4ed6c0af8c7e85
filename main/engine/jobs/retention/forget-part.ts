import type { MemberId } from '../../../../shared/ids.ts';
import type { ChangeBody, SomeFields } from '../../../../shared/model/member-change.ts';
import type { ForgettableField, RetentionRule } from '../../../../shared/model/retention.ts';
import type { Actor, NewEntry, RecordEntry } from '../../ledger/ledger.ts';
import { digestOf, saltBody } from '../../ledger/member-body.ts';
import { dueParts } from '../../policy/retention.ts';
import { eraseField, findKeptMember } from '../../store/due-members.ts';
import { findBodies, insertMemberChange, replaceBody } from '../../store/member-changes.ts';
import { deletePerson, findReplacedBy } from '../../store/members.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

type Forgetting = {
  readonly db: SectionDatabase;
  readonly record: RecordEntry;
  /** Whoever applies the rules by hand; null for nobody. */
  readonly by: Actor | null;
  readonly now: number;
};

/**
 * Takes from a member what this rule takes, in the record and in its history, with an entry that has
 * the member's number, the rule and never the data. False when there was nothing to take after all.
 * Call it in the transaction of the entry.
 */
export function forgetPart(
  { db, record, by, now }: Forgetting,
  memberId: MemberId,
  rule: RetentionRule,
): boolean {
  const member = findKeptMember(db, memberId);
  // Asked once more of the one place that decides: a hold may have come between.
  if (member === null || !dueParts(member, [rule], now).has(rule.part)) return false;
  const entry: NewEntry = { kind: 'member-forgotten', by };
  if (rule.part === 'record') {
    deletePerson(db, memberId, (id) => record({ ...entry, target: String(id), detail: { rule } }));
    return true;
  }
  forgetField(memberId, rule.part);
  return true;

  /** Of what was merged into it as well: in that one's history it would be for ever. */
  function forgetField(id: MemberId, field: ForgettableField): void {
    for (const replaced of findReplacedBy(db, id)) forgetField(replaced, field);
    if (findKeptMember(db, id)?.fields.includes(field) !== true) return;
    const rewrote = rewriteHistory(db, id, field);
    eraseField(db, id, field, now);
    const salted = saltBody({ reason: '', before: {}, after: {}, erased: [field] });
    const detail = { rule, digest: digestOf(salted), rewrote };
    insertMemberChange(db, record({ ...entry, target: String(id), detail }), id, salted);
  }
}

/** Takes a field out of every change that has it, and gives the digests of what is left of them. */
function rewriteHistory(db: SectionDatabase, memberId: MemberId, field: ForgettableField) {
  const rewrote: { sequence: number; digest: string }[] = [];
  for (const { sequence, body } of findBodies(db, memberId)) {
    if (body.after[field] === undefined && body.before?.[field] === undefined) continue;
    const salted = saltBody(withoutField(body, field));
    replaceBody(db, sequence, memberId, salted);
    rewrote.push({ sequence, digest: digestOf(salted) });
  }
  return rewrote;
}

function withoutField(body: ChangeBody, field: ForgettableField): ChangeBody {
  return {
    ...body,
    before: body.before === null ? null : omit(body.before, field),
    after: omit(body.after, field),
    erased: [...(body.erased ?? []), field],
  };
}

function omit(some: SomeFields, field: ForgettableField): SomeFields {
  const { [field]: _, ...rest } = some;
  return rest;
}
