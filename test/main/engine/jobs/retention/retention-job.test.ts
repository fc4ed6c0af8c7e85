import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createForgettingJob } from '../../../../../main/engine/jobs/forgetting/forgetting-job.ts';
import { createRetentionJob } from '../../../../../main/engine/jobs/retention/retention-job.ts';
import { silentLog } from '../../../../../main/engine/log.ts';
import { memberHistory } from '../../../../../main/engine/services/member-history.ts';
import { holdMember } from '../../../../../main/engine/services/member-holds.ts';
import { listMembers } from '../../../../../main/engine/services/members.ts';
import { mergeMembers, undoMerge } from '../../../../../main/engine/services/merge-members.ts';
import { findKeptMember } from '../../../../../main/engine/store/due-members.ts';
import {
  findImportChanges,
  insertImport,
  insertImportChange,
} from '../../../../../main/engine/store/member-imports.ts';
import { findMember } from '../../../../../main/engine/store/members.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { findRetentionRun } from '../../../../../main/engine/store/retention-rules.ts';
import { countQueue, findQueue } from '../../../../../main/engine/store/review-queue.ts';
import type { MemberId } from '../../../../../shared/ids.ts';
import type { MergeChoices } from '../../../../../shared/model/duplicate.ts';
import { decryptedPages } from '../../../../support/decrypted-pages.ts';
import { day, keepMember, ruleThatIsOn } from '../../../../support/kept-members.ts';
import { sectionContext } from '../../../../support/section-context.ts';
import { hana } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const began = Date.UTC(2026, 0, 1);

function section() {
  const path = join(temporaryFolder(), 'section.db');
  const key = randomBytes(32);
  const db = openDatabase({ path, key, nativeBinding: null });
  migrate(db, () => undefined);
  const context = sectionContext(db);
  let now = began;
  const forgetting = createForgettingJob({ db, log: silentLog, quietMs: 1 });
  const start = () => {
    const job = createRetentionJob({
      db,
      ledger: context.ledger,
      clock: { now: () => now },
      log: silentLog,
      forgotten: forgetting.wake,
      statusChanged: () => undefined,
    });
    onTestFinished(job.stop);
    return job;
  };
  onTestFinished(async () => {
    await forgetting.stop();
    db.close();
  });
  const history = (memberId: MemberId) => {
    const answer = memberHistory(context, { sectionId: 'members', memberId });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const merge = (
    keptId: MemberId,
    otherId: MemberId,
    moment: number,
    choices: MergeChoices = {},
  ) => {
    const changedAt = (id: MemberId) => findMember(db, id)?.changedAt ?? 0;
    const seen = { kept: changedAt(keptId), other: changedAt(otherId) };
    const asked = { sectionId: 'members', keptId, otherId, seen, choices, reason: '' } as const;
    const answer = mergeMembers(context, asked, moment);
    if (!answer.ok || answer.value.outcome !== 'merged') throw new Error(JSON.stringify(answer));
    return answer.value.sequence;
  };
  return {
    db,
    context,
    start,
    history,
    merge,
    at: (moment: number) => {
      now = moment;
    },
    /** Applies what is due at that moment. */
    runAt: async (moment: number) => {
      now = moment;
      const job = start();
      job.start();
      await waitFor('the run', () => findRetentionRun(db)?.at === moment);
      await job.stop();
    },
    entries: () =>
      db
        .prepare(
          `SELECT target, staff_name AS name, detail FROM chain_entry
           WHERE kind = 'member-forgotten' ORDER BY sequence`,
        )
        .all() as { target: string; name: string; detail: string }[],
    /** What somebody with the key would find in the file and its log. */
    bytes: () => decryptedPages(path, key),
  };
}

it('forgets a rejected registration for good, once its days are over and not before', async () => {
  const { db, context, runAt, entries, bytes } = section();
  const telling = { notes: 'Zeldamarker lives by the harbour', phones: ['090-1234-5678'] };
  const rejected = keepMember(context, { ...telling, status: 'rejected' }, began);
  const approved = keepMember(context, { status: 'approved', phones: [] }, began);
  ruleThatIsOn(context, 'rejected', 'record', 90);
  await runAt(began + 90 * day - 1);
  expect(findMember(db, rejected)).not.toBeNull();
  expect(bytes().includes('Zeldamarker')).toBe(true);
  await runAt(began + 91 * day);
  expect(findMember(db, rejected)).toBeNull();
  expect(findMember(db, approved)).not.toBeNull();
  const [entry, ...others] = entries();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ target: String(rejected), name: '' });
  expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
    rule: { status: 'rejected', part: 'record', count: 90, unit: 'days' },
  });
  await waitFor('the bytes to be gone', () => !bytes().includes('Zeldamarker'));
  expect(bytes().includes('+819012345678')).toBe(false);
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
});

it('takes a telephone number out of the record and of all its history, and leaves the rest', async () => {
  const { db, context, runAt, history, bytes } = section();
  const id = keepMember(context, { phones: ['03-1111-2222'], status: 'approved' }, began);
  keepMember(context, { phones: ['03-3333-4444'], plan: 'Daily' }, began, id);
  keepMember(context, { phones: [], status: 'lapsed' }, began + day, id);
  keepMember(context, { plan: 'Weekly' }, began + 2 * day, id);
  const list = { at: began, staffId: null, staffName: '', fileName: 'list.csv', reason: '' };
  const importId = insertImport(db, list);
  const added = db.prepare('SELECT min(sequence) FROM member_change').pluck().get() as number;
  insertImportChange(db, importId, added);
  ruleThatIsOn(context, 'lapsed', 'phones', 365);
  expect(bytes().toString('latin1')).toMatch(/\+81311112222|\+81333334444/);
  await runAt(began + 366 * day);
  await waitFor('the bytes', () => !/\+81311112222|\+81333334444/.test(bytes().toString('latin1')));
  expect(findMember(db, id)?.record).toMatchObject({
    phones: [],
    plan: 'Weekly',
    status: 'lapsed',
  });
  expect(history(id)).toMatchObject([
    { kind: 'forgotten', fields: [], erased: ['phones'], staffName: '' },
    { kind: 'changed', before: { plan: 'Daily' }, after: { plan: 'Weekly' }, erased: [] },
    { kind: 'changed', fields: ['status'], erased: ['phones'] },
    { kind: 'changed', fields: ['plan'], after: { plan: 'Daily' }, erased: ['phones'] },
    { kind: 'added', erased: ['phones'] },
  ]);
  expect(findImportChanges(db, importId, 9)).toMatchObject([{ sequence: added }]);
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
  // Nothing is left to take, today or tomorrow.
  const entries = () => db.prepare('SELECT count(*) FROM chain_entry').pluck().get();
  const before = entries();
  await runAt(began + 368 * day);
  expect(entries()).toBe(before);
});

it('notices a body that was changed after a field was taken out of it', async () => {
  const { db, context, runAt } = section();
  const id = keepMember(context, { status: 'lapsed' }, began);
  ruleThatIsOn(context, 'lapsed', 'phones', 0);
  await runAt(began + day);
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
  db.exec(
    `DROP TRIGGER member_change_update;
     UPDATE member_change SET body = replace(body, '美香', '由美') WHERE member_id = ${id}`,
  );
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 2 });
});

it('takes nothing of a member on hold, and neither does anything else', async () => {
  const { db, context, runAt, entries } = section();
  const held = keepMember(context, { status: 'rejected' }, began);
  keepMember(context, { status: 'rejected' }, began);
  holdMember(context, { sectionId: 'members', memberId: held, reason: 'A court asked' }, began);
  ruleThatIsOn(context, 'rejected', 'record', 1);
  ruleThatIsOn(context, 'rejected', 'phones', 0);
  await runAt(began + 3 * day);
  expect(findMember(db, held)?.record.phones).toEqual(['+819012345678']);
  expect(entries()).toHaveLength(1);
  for (const table of ['member WHERE id', 'member_change WHERE member_id'])
    expect(() => db.exec(`DELETE FROM ${table} = ${held}`)).toThrow('a hold keeps the record');
});

it('forgets with a record what was merged into it, unless either of them is on hold', async () => {
  const { db, context, merge, runAt, entries } = section();
  const pair = () => {
    const [keptId, otherId] = [began, began + 1].map((at) =>
      keepMember(context, { status: 'rejected' }, at),
    ) as [MemberId, MemberId];
    merge(keptId, otherId, began + 2);
    return [keptId, otherId] as const;
  };
  const [gone, held] = [pair(), pair()];
  const hold = { sectionId: 'members', memberId: held[1], reason: 'A court asked' } as const;
  holdMember(context, hold, began + 3);
  expect(countQueue(db, 'rejected')).toBe(2);
  expect(findQueue(db, 'rejected', null, 10).map(({ id }) => id)).toEqual([gone[0], held[0]]);
  ruleThatIsOn(context, 'rejected', 'record', 1);
  await runAt(began + 3 * day);
  expect([...gone, ...held].map((id) => findMember(db, id) !== null)).toEqual([
    ...[false, false, true, true],
  ]);
  expect(entries().map(({ target }) => target)).toEqual([gone[1], gone[0]].map(String));
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
});

it('takes a field out of all that was merged into a record, and no undo brings it back', async () => {
  const { db, context, merge, runAt, entries, bytes } = section();
  const telling = { status: 'lapsed' as const, phones: ['03-1111-2222'], notes: 'Zeldamarker' };
  const farthest = keepMember(context, telling, began);
  const [between, kept] = [1, 2].map(() =>
    keepMember(context, { status: 'lapsed', phones: [] }, began),
  ) as [MemberId, MemberId];
  const choices = { phones: 'kept', notes: 'kept' } as const;
  const first = merge(between, farthest, began + 1, choices);
  const second = merge(kept, between, began + 2);
  ruleThatIsOn(context, 'lapsed', 'phones', 1);
  ruleThatIsOn(context, 'lapsed', 'notes', 1);
  expect(bytes().toString('latin1')).toMatch(/\+81311112222.*Zeldamarker/s);
  await runAt(began + 3 * day);
  await waitFor('the bytes', () => !/81311112222|Zelda/.test(bytes().toString('latin1')));
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
  expect(entries().map(({ target }) => target)).toEqual(
    [farthest, between, kept, farthest, between, kept].map(String),
  );
  const undo = (memberId: MemberId, sequence: number) =>
    undoMerge(context, { sectionId: 'members', memberId, sequence }, began + 4 * day);
  expect(undo(kept, second)).toMatchObject({ ok: true });
  expect(undo(between, first)).toMatchObject({ error: { code: 'not-found' } });
  expect(findMember(db, farthest)?.mergedInto).toBe(between);
});

it('judges what was merged into a record by the status of the one that is kept', async () => {
  const { db, context, merge, runAt, entries } = section();
  const kept = keepMember(context, { status: 'approved' }, began);
  const other = keepMember(context, { status: 'rejected' }, began);
  const sequence = merge(kept, other, began + 1, { status: 'kept' });
  ruleThatIsOn(context, 'rejected', 'record', 1);
  ruleThatIsOn(context, 'rejected', 'custom', 0);
  await runAt(began + 3 * day);
  expect([kept, other].map((id) => findMember(db, id) !== null)).toEqual([true, true]);
  expect(entries()).toEqual([]);
  const undo = { sectionId: 'members', memberId: kept, sequence } as const;
  expect(undoMerge(context, undo, began + 3 * day)).toMatchObject({ ok: true });
  await runAt(began + 5 * day);
  expect([kept, other].map((id) => findMember(db, id) !== null)).toEqual([true, false]);
});

it('takes nothing that a record had only until a merge was undone', async () => {
  const { db, context, merge, runAt, entries } = section();
  const kept = keepMember(context, { status: 'lapsed', phones: [] }, began);
  const other = keepMember(context, { status: 'approved' }, began);
  const choices = { status: 'kept', phones: 'kept' } as const;
  const sequence = merge(kept, other, began + 1, choices);
  expect(findKeptMember(db, kept)?.fields).toContain('phones');
  const undo = { sectionId: 'members', memberId: kept, sequence } as const;
  expect(undoMerge(context, undo, began + 2)).toMatchObject({ ok: true });
  ruleThatIsOn(context, 'lapsed', 'phones', 0);
  await runAt(began + day);
  expect(entries()).toEqual([]);
});

it('begins anew with a member whose status is another', async () => {
  const { db, context, runAt } = section();
  const id = keepMember(context, { status: 'rejected' }, began);
  keepMember(context, { status: 'approved' }, began + 80 * day, id);
  keepMember(context, { status: 'rejected' }, began + 85 * day, id);
  keepMember(context, { plan: 'Daily' }, began + 120 * day, id);
  ruleThatIsOn(context, 'rejected', 'record', 90);
  await runAt(began + 174 * day);
  expect(findMember(db, id)).not.toBeNull();
  await runAt(began + 176 * day);
  expect(findMember(db, id)).toBeNull();
});

it('goes on after a kill where it was, and never half way through a member', async () => {
  const { db, context, start, at, runAt, entries } = section();
  const all = Array.from({ length: 400 }, () => keepMember(context, { status: 'rejected' }, began));
  ruleThatIsOn(context, 'rejected', 'record', 1);
  at(began + 3 * day);
  const job = start();
  job.start();
  await waitFor('the first of them', () => entries().length > 0);
  await job.stop();
  const gone = entries().length;
  expect(gone).toBeLessThan(400);
  const left = () => db.prepare('SELECT count(*) FROM member').pluck().get();
  expect(left()).toBe(400 - gone);
  expect(findRetentionRun(db)).toBeNull();
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
  await runAt(began + 4 * day);
  expect(left()).toBe(0);
  expect(new Set(entries().map(({ target }) => target))).toEqual(new Set(all.map(String)));
  expect(await context.ledger.verify()).toMatchObject({ outcome: 'whole' });
  const page = { sectionId: 'members', query: '森', offset: 0, limit: 10 } as const;
  expect(listMembers(context, page)).toMatchObject({ value: { total: 0 } });
}, 30_000);

it('forgets by hand in the name of whoever asks, without waiting for the day', async () => {
  const { context, start, at, entries } = section();
  keepMember(context, { status: 'rejected' }, began);
  ruleThatIsOn(context, 'rejected', 'record', 0);
  at(began);
  const job = start();
  job.runNow();
  await waitFor('the entry', () => entries().length === 1);
  expect(entries()[0]).toMatchObject({ name: hana.name });
});

it('does nothing by itself twice a day', async () => {
  const { db, context, start, at, runAt } = section();
  ruleThatIsOn(context, 'rejected', 'record', 0);
  await runAt(began + day);
  keepMember(context, { status: 'rejected' }, began);
  at(began + 2 * day - 1);
  const job = start();
  job.start();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(db.prepare('SELECT count(*) FROM member').pluck().get()).toBe(1);
});
