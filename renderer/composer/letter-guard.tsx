import type { LetterCheck } from '../../shared/model/letter-check.ts';
import { useCall } from '../use-call.ts';
import type { LetterException } from './letter-exception.ts';
import type { MemberReason } from './member-reason.ts';
import { PolicyNotices } from './policy-notices.tsx';
import { XrayLine } from './xray-line.tsx';

export type LetterGuard = {
  /** Null until the policy has answered. */
  readonly check: LetterCheck | null;
  readonly isRefused: boolean;
  /** What an administrator allows this letter; null for nothing. */
  readonly exception: LetterException | null;
  readonly except: (exception: LetterException | null) => void;
  /** Why it tells of members; null where nobody said, or it tells nothing. */
  readonly memberReason: MemberReason | null;
  readonly giveReason: (reason: MemberReason | null) => void;
  /** Another letter begins: nothing is allowed it. */
  readonly reset: () => void;
  /** Takes words out of the text. */
  readonly strike: (words: readonly string[]) => void;
  /** Takes an address out of the copies; all of them without one. */
  readonly remove: (address: string | null) => void;
};

type LetterGuardNoticesProps = {
  readonly guard: LetterGuard;
  readonly isReply: boolean;
  readonly isDisabled: boolean;
};

/** Above the button that sends: what the policy says of the letter, and what the letter discloses. */
export function LetterGuardNotices({ guard, isReply, isDisabled }: LetterGuardNoticesProps) {
  const { check, exception, memberReason } = guard;
  const { value: session } = useCall('session.state', null);
  if (check === null) return null;
  return (
    <>
      <PolicyNotices
        check={check}
        isReply={isReply}
        isAdministrator={session?.staff?.role === 'administrator'}
        exception={exception}
        memberReason={memberReason}
        isDisabled={isDisabled}
        onExcept={guard.except}
        onReason={guard.giveReason}
        onRemove={guard.remove}
        onStrike={guard.strike}
      />
      <XrayLine disclosure={check.disclosure} />
    </>
  );
}
