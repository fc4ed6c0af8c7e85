import { saveMember } from '../../main/engine/services/change-member.ts';
import type { SectionContext } from '../../main/engine/services/section-context.ts';
import {
  insertRetentionRule,
  updateRetentionRule,
} from '../../main/engine/store/retention-rules.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberStatus } from '../../shared/model/member.ts';
import type { SomeFields } from '../../shared/model/member-change.ts';
import type { RetainedPart, RetentionRule } from '../../shared/model/retention.ts';
import { mika } from './members.ts';

export const day = 24 * 60 * 60 * 1000;

/** Adds a member, or changes one, and gives their number. */
export function keepMember(
  section: SectionContext,
  fields: SomeFields,
  at: number,
  memberId: MemberId | null = null,
): MemberId {
  const typed = memberId === null ? { ...mika, ...fields } : fields;
  const input = { sectionId: 'members', memberId, fields: typed, reason: '' } as const;
  const answer = saveMember(section, input, at);
  if (!answer.ok || answer.value.outcome !== 'saved') throw new Error('not kept');
  return answer.value.memberId;
}

/** A rule that has been on for as long as there has been time. */
export function ruleThatIsOn(
  section: SectionContext,
  status: MemberStatus,
  part: RetainedPart,
  count: number,
): RetentionRule {
  const rule = insertRetentionRule(section.db, { status, part, count, unit: 'days' });
  const on = { ...rule, onSince: 0 };
  updateRetentionRule(section.db, on);
  return on;
}
