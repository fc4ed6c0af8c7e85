import type { LetterCheck } from '../../shared/model/letter-check.ts';

/** Why a letter tells these of members' records. It lives with the letter in hand. */
export type MemberReason = {
  readonly facts: readonly string[];
  readonly reason: string;
};

/** What the policy says once the reason is given. What is told beyond those facts needs it anew. */
export function withReason(check: LetterCheck, given: MemberReason | null): LetterCheck {
  if (given === null) return check;
  return {
    ...check,
    findings: check.findings.map((finding) =>
      finding.kind === 'member-data' && given.facts.includes(finding.about)
        ? { ...finding, level: 'excepted' }
        : finding,
    ),
  };
}

/** That it tells of a member, and that somebody said why. */
export function isReasoned({ findings }: LetterCheck): boolean {
  return findings.some(({ kind, level }) => kind === 'member-data' && level === 'excepted');
}
