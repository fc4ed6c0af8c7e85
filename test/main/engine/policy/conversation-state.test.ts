import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldState, type Letter } from '../../../../main/engine/policy/conversation-state.ts';
import type { StateEvent } from '../../../../shared/model/conversation-event.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 24, 9);
const at = (minutes: number) => start + minutes * minute;

function letter(direction: 'in' | 'out', minutes: number, fields: Partial<Letter> = {}): Letter {
  const time = at(minutes);
  return {
    direction,
    automation: 'no',
    arrivedAt: time,
    sentAt: time,
    isAnswered: false,
    isFiled: false,
    ...fields,
  };
}

const question = letter('in', 0);
const answer = letter('out', 10);

/** Of somebody who knew the letters up to a minute. */
function said(status: 'open' | 'waiting' | 'done', minutes: number, knew = minutes): StateEvent {
  return { type: 'status', at: at(minutes), body: { status, after: at(knew) } };
}
function snoozed(minutes: number, until: number | null): StateEvent {
  const body = { until: until === null ? null : at(until), after: at(minutes) };
  return { type: 'snoozed', at: at(minutes), body };
}
function reminder(minutes: number, remindAt: number): StateEvent {
  return {
    type: 'reminder',
    at: at(minutes),
    body: { remindAt: at(remindAt), after: at(minutes) },
  };
}

function statusOf(letters: Letter[], events: StateEvent[] = [], minutes = 0) {
  return foldState(letters, events, at(minutes)).status;
}

it('is ours until we answer, and then the reader’s', () => {
  expect(statusOf([question])).toBe('open');
  expect(statusOf([question, answer])).toBe('waiting');
  expect(statusOf([question, answer, letter('in', 20)])).toBe('open');
});

it('waits for the reader where another program answered', () => {
  expect(statusOf([letter('in', 0, { isAnswered: true })])).toBe('waiting');
});

it('is moved by nothing that a machine answers, on either side', () => {
  const away = { automation: 'auto-replied' } as const;
  expect(statusOf([question, letter('out', 1, away)])).toBe('open');
  expect(statusOf([question, answer, letter('in', 11, away)])).toBe('waiting');
  expect(statusOf([question, letter('in', 21, away)], [said('done', 20)])).toBe('done');
});

it('is open again when an answer comes back undelivered', () => {
  const bounce = letter('in', 11, { automation: 'bounce' });
  expect(statusOf([question, answer, bounce])).toBe('open');
  expect(statusOf([question, answer, bounce], [said('done', 10)])).toBe('open');
});

it('stays done when our last letter leaves after somebody said so', () => {
  expect(statusOf([question, answer], [said('done', 9)])).toBe('done');
});

it('stands as before once the letter that it was done with is undone, unless somebody spoke since', () => {
  const letter = 'answer@minato.example';
  const doneWith: StateEvent = {
    type: 'status',
    at: at(9),
    body: { status: 'done', after: at(9), letter },
  };
  const undone: StateEvent = { type: 'letter-undone', at: at(10), body: { letter } };
  const other: StateEvent = { ...undone, body: { letter: 'other@minato.example' } };
  expect(statusOf([question], [doneWith])).toBe('done');
  expect(statusOf([question], [doneWith, other])).toBe('done');
  expect(statusOf([question], [doneWith, undone])).toBe('open');
  expect(foldState([question], [snoozed(1, 60), doneWith, undone], at(2))).toMatchObject({
    status: 'snoozed',
    wakesAt: at(60),
  });
  expect(statusOf([question], [doneWith, said('waiting', 10), undone])).toBe('waiting');
  const again: StateEvent = { ...doneWith, at: at(10) };
  expect(statusOf([question], [doneWith, undone, again])).toBe('done');
  expect(statusOf([question], [doneWith, undone, again, undone])).toBe('open');
});

it('opens a done conversation when the reader writes, however wrong the desktop’s clock is', () => {
  const ahead: StateEvent = {
    type: 'status',
    at: at(600),
    body: { status: 'done', after: at(10) },
  };
  expect(statusOf([question, answer, letter('in', 20)], [ahead])).toBe('open');
});

it('sleeps until its time, and is open then', () => {
  const events = [snoozed(1, 60)];
  expect(foldState([question], events, at(59))).toEqual({
    status: 'snoozed',
    due: null,
    wakesAt: at(60),
  });
  expect(foldState([question], events, at(60))).toEqual({
    status: 'open',
    due: 'snooze',
    wakesAt: null,
  });
});

it('wakes at once when the reader writes, when it is answered, and when somebody says so', () => {
  expect(statusOf([question, letter('in', 2)], [snoozed(1, 60)])).toBe('open');
  expect(statusOf([question, answer], [snoozed(1, 60)])).toBe('waiting');
  expect(statusOf([question], [snoozed(1, 60), said('done', 3)])).toBe('done');
  expect(statusOf([question], [snoozed(1, 60), snoozed(2, null)])).toBe('open');
});

it('tells of a reader who has not answered, once it is time and not when they have', () => {
  const events = [reminder(9, 100)];
  expect(foldState([question, answer], events, at(99)).wakesAt).toBe(at(100));
  expect(foldState([question, answer], events, at(100))).toMatchObject({
    status: 'open',
    due: 'reminder',
  });
  expect(foldState([question, answer, letter('in', 50)], events, at(100)).due).toBeNull();
  // Written to once more after that, and set aside by somebody who saw it.
  expect(statusOf([question, answer, letter('out', 101)], events, 110)).toBe('waiting');
  expect(statusOf([question, answer], [...events, said('waiting', 101)], 110)).toBe('waiting');
});

const times = fc.integer({ min: 0, max: 500 });
const letters = fc.array(
  fc
    .tuple(
      fc.constantFrom('in' as const, 'out' as const),
      times,
      fc.constantFrom('no' as const, 'auto-replied' as const, 'bounce' as const),
    )
    .map(([direction, minutes, automation]) => letter(direction, minutes, { automation })),
  { maxLength: 8 },
);
const events = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom('open' as const, 'waiting' as const, 'done' as const), times)
        .map(([status, minutes]) => said(status, minutes)),
      fc.tuple(times, times).map(([minutes, until]) => snoozed(minutes, until)),
      fc.tuple(times, times).map(([minutes, until]) => reminder(minutes, until)),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.toSorted((a, b) => a.at - b.at));

it('is open whenever a reader wrote after all that anybody did, and never hidden', () => {
  fc.assert(
    fc.property(letters, events, times, (before, acts, woken) => {
      expect(statusOf([...before, letter('in', 501)], acts, woken)).toBe('open');
    }),
  );
});

it('is the same in whatever order its messages come', () => {
  fc.assert(
    fc.property(letters, events, times, (some, acts, woken) => {
      expect(foldState(some.toReversed(), acts, at(woken))).toEqual(
        foldState(some, acts, at(woken)),
      );
    }),
  );
});

it('wakes only where it then is another than before', () => {
  fc.assert(
    fc.property(letters, events, times, (some, acts, woken) => {
      const { wakesAt } = foldState(some, acts, at(woken));
      if (wakesAt === null) return;
      expect(wakesAt).toBeGreaterThan(at(woken));
      expect(foldState(some, acts, wakesAt)).toMatchObject({ status: 'open', wakesAt: null });
    }),
  );
});

it('takes a letter that was filed away unanswered for done, until the reader writes again', () => {
  const filed = letter('in', 0, { isFiled: true });
  expect(foldState([filed], [], 0).status).toBe('done');
  // Answered and then filed: it is the reader's turn.
  expect(foldState([filed, answer], [], 0).status).toBe('waiting');
  expect(foldState([filed, letter('in', 20)], [], 0).status).toBe('open');
  expect(foldState([filed], [said('open', 5)], 0).status).toBe('open');
});
