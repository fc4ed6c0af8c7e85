import type { StateEvent } from '../../../shared/model/conversation-event.ts';
import type { ChosenStatus, ConversationState } from '../../../shared/model/conversation-state.ts';
import type { Automation } from '../../../shared/model/message.ts';

/** What a message says of whose turn it is. */
export type Letter = {
  readonly direction: 'in' | 'out';
  readonly automation: Automation;
  /** By the server's clock. */
  readonly arrivedAt: number;
  /** By the writer's clock: for one of ours, that of a desktop. */
  readonly sentAt: number;
  /** The server was told that it is answered, by whatever program. */
  readonly isAnswered: boolean;
  /** Somebody put it into an archive or another folder. */
  readonly isFiled: boolean;
};

type EventOf<K extends StateEvent['type']> = Extract<StateEvent, { readonly type: K }>;

/**
 * How a conversation stands, by its messages and by what staff did, oldest first. The same on every
 * desktop that knows both: `wokenAt`, the time that has come, is all that it takes of a clock.
 *
 * A letter from the reader opens it whatever was said before, and so does one that came back
 * undelivered. An answer of ours makes it wait for the reader; what a machine answers, on either
 * side, moves nothing. A letter that was filed away unanswered needs no answer. Done stays done until the reader writes, or until the letter that it was said
 * with is called back or fails; sent again, it is done once more.
 */
export function foldState(
  letters: readonly Letter[],
  said: readonly StateEvent[],
  wokenAt: number,
): ConversationState {
  const events = withoutUndone(said);
  const written = letters.filter(({ automation }) => automation !== 'auto-replied');
  const newestIn = newest(written.filter(({ direction }) => direction === 'in'));
  const outgoing = written.filter(({ direction }) => direction === 'out');
  const wrote = (since: number) => newestIn !== null && newestIn.arrivedAt > since;
  const answered = (since: number) => outgoing.some(({ sentAt }) => sentAt > since);

  const hand = last(events, 'status');
  const status = byHand(hand, wrote, answered) ?? byLetters(newestIn, newest(outgoing));

  const snooze = last(events, 'snoozed');
  const until = snooze?.body.until ?? null;
  if (snooze !== null && until !== null) {
    const isOver = wrote(snooze.body.after) || answered(snooze.at) || (hand?.at ?? 0) > snooze.at;
    if (!isOver && until > wokenAt) return { status: 'snoozed', due: null, wakesAt: until };
    if (!isOver) return { status: 'open', due: 'snooze', wakesAt: null };
  }

  const reminder = last(events, 'reminder');
  const remindAt = reminder?.body.remindAt ?? null;
  if (status === 'waiting' && reminder !== null && remindAt !== null) {
    const isOver = wrote(reminder.body.after) || answered(remindAt) || (hand?.at ?? 0) >= remindAt;
    if (!isOver && remindAt > wokenAt) return { status, due: null, wakesAt: remindAt };
    if (!isOver) return { status: 'open', due: 'reminder', wakesAt: null };
  }
  return { status, due: null, wakesAt: null };
}

/** When the newest letter had arrived that an event is to know of; 0 for none. */
export function newestArrival(letters: readonly Letter[]): number {
  return Math.max(
    0,
    ...letters
      .filter(({ direction, automation }) => direction === 'in' && automation !== 'auto-replied')
      .map(({ arrivedAt }) => arrivedAt),
  );
}

/** A letter that is sent again is said to be done with again: only what was said before is void. */
function withoutUndone(events: readonly StateEvent[]): readonly StateEvent[] {
  const undoneAt = new Map(
    events.flatMap(({ type, body }, index) =>
      type === 'letter-undone' ? [[body.letter, index] as const] : [],
    ),
  );
  return events.filter(
    ({ type, body }, index) =>
      type !== 'status' || body.letter === undefined || index > (undoneAt.get(body.letter) ?? -1),
  );
}

/** Null where nobody said, or something happened since. */
function byHand(
  hand: EventOf<'status'> | null,
  wrote: (since: number) => boolean,
  answered: (since: number) => boolean,
): ChosenStatus | null {
  if (hand === null || wrote(hand.body.after)) return null;
  const { status } = hand.body;
  return status !== 'done' && answered(hand.at) ? 'waiting' : status;
}

function byLetters(newestIn: Letter | null, newestOut: Letter | null): ChosenStatus {
  if (newestIn === null) return newestOut === null ? 'open' : 'waiting';
  if (newestIn.isAnswered) return 'waiting';
  // In the same second: the reader may have written after it.
  if (newestOut !== null && newestOut.arrivedAt > newestIn.arrivedAt) return 'waiting';
  return newestIn.isFiled ? 'done' : 'open';
}

function newest(letters: readonly Letter[]): Letter | null {
  return letters.reduce<Letter | null>(
    (found, letter) => (found === null || letter.arrivedAt > found.arrivedAt ? letter : found),
    null,
  );
}

function last<K extends StateEvent['type']>(
  events: readonly StateEvent[],
  type: K,
): EventOf<K> | null {
  const found = events.findLast((event) => event.type === type);
  return (found as EventOf<K> | undefined) ?? null;
}
