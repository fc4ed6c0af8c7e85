import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Ledger } from '../../../../main/engine/ledger/ledger.ts';
import { migrate } from '../../../../main/engine/store/migrate.ts';
import { openDatabase, type SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { rekeyDatabase } from '../../../../main/engine/store/rekey-database.ts';
import { MessageId } from '../../../../shared/ids.ts';
import { hana, sectionLedger } from '../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

type Chain = {
  readonly path: string;
  readonly head: string;
  readonly key: Buffer;
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
};

function open(path: string, key: Buffer): Chain {
  const db = openDatabase({ path, key, nativeBinding: null });
  migrate(db, () => undefined);
  onTestFinished(() => {
    db.close();
  });
  const head = `${path}-head`;
  return { path, head, key, db, ledger: sectionLedger(db, head) };
}

function record(ledger: Ledger, count: number): void {
  for (let index = 0; index < count; index += 1) {
    ledger.write((entry) =>
      entry({
        kind: 'link',
        target: `${index}.example`,
        reason: '問い合わせ',
        messageId: MessageId.parse(index + 1),
      }),
    );
  }
}

/** A chain of an entry that begins it and so many more, and nothing that guards its rows. */
function unguarded(count = 5): Chain {
  const chain = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  record(chain.ledger, count);
  for (const name of ['chain_entry_next', 'chain_entry_update', 'chain_entry_delete'])
    chain.db.exec(`DROP TRIGGER ${name}`);
  return chain;
}

it('begins a chain in a new database, with who, when and to whom of each entry', async () => {
  const { db, ledger } = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  record(ledger, 1);
  expect(db.prepare('SELECT * FROM chain_entry').all()).toMatchObject([
    { sequence: 1, kind: 'chain-began', target: '' },
    {
      sequence: 2,
      at: Date.UTC(2026, 10, 24, 9),
      kind: 'link',
      staff_id: hana.id,
      staff_name: 'Hana Ito',
      target: '0.example',
      message_id: 1,
    },
  ]);
  expect(await ledger.verify()).toMatchObject({ outcome: 'whole', entries: 2 });
});

it('refuses every change and removal of an entry, and one that is not the next', () => {
  const { db, ledger } = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  record(ledger, 2);
  const columns =
    'at, kind, staff_id, staff_name, target, reason, conversation_id, message_id, outbox_item_id, detail, mac';
  const copy = (verb: string, sequence: string) =>
    `${verb} INTO chain_entry (sequence, ${columns}) SELECT ${sequence}, ${columns} FROM chain_entry WHERE sequence = 2`;
  for (const sql of [
    "UPDATE chain_entry SET target = 'x' WHERE sequence = 2",
    'DELETE FROM chain_entry',
    copy('INSERT', '0'),
    copy('INSERT', '9'),
    copy('REPLACE', '2'),
    copy('REPLACE', '1'),
    'DELETE FROM chain_key',
    "UPDATE chain_key SET key = x'00'",
    'REPLACE INTO chain_key (id, key) VALUES (1, randomblob(32))',
  ])
    expect(() => db.exec(sql), sql).toThrow(/append-only|has its key/);
});

it('names the entry, whichever column of whichever row was edited', async () => {
  const { db, ledger } = unguarded();
  const columns = db.pragma('table_info(chain_entry)') as { name: string }[];
  expect(columns).toHaveLength(12);
  const sequences = db.prepare('SELECT sequence FROM chain_entry').pluck().all() as number[];
  for (const sequence of sequences) {
    const row = db.prepare('SELECT * FROM chain_entry WHERE sequence = ?').get(sequence) as Record<
      string,
      unknown
    >;
    for (const { name } of columns) {
      if (name === 'sequence') continue;
      const before = row[name];
      const after = typeof before === 'string' ? `${before}x` : before === null ? 'x' : 7;
      const edited =
        name === 'mac' ? randomBytes(32) : name.endsWith('_id') && name !== 'staff_id' ? 77 : after;
      const set = db.prepare(`UPDATE chain_entry SET ${name} = ? WHERE sequence = ${sequence}`);
      set.run(edited);
      expect(await ledger.verify(), `${sequence} ${name}`).toMatchObject({
        outcome: 'broken',
        sequence,
      });
      set.run(before);
    }
    const move = db.prepare('UPDATE chain_entry SET sequence = ? WHERE sequence = ?');
    move.run(sequence + 1000, sequence);
    expect(await ledger.verify(), `${sequence} moved`).toMatchObject(
      // The last one is cut, to whoever looks at the rows before it.
      { outcome: 'broken', sequence },
    );
    move.run(sequence, sequence + 1000);
  }
  expect(await ledger.verify()).toMatchObject({ outcome: 'whole', entries: 6 });
});

it('finds a text that only looks the same', async () => {
  const { db, ledger } = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  ledger.write((entry) => entry({ kind: 'link', target: '\ufffd.example' }));
  db.exec('DROP TRIGGER chain_entry_update');
  db.exec("UPDATE chain_entry SET target = CAST(x'ff2e6578616d706c65' AS TEXT) WHERE sequence = 2");
  expect(await ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 2 });
});

it('names the first entry that is gone, added or moved', async () => {
  const gone = unguarded();
  gone.db.exec('DELETE FROM chain_entry WHERE sequence = 3');
  expect(await gone.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 3 });
  gone.db.exec('UPDATE chain_entry SET sequence = sequence - 1 WHERE sequence > 3');
  expect(await gone.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 3 });

  const added = unguarded();
  added.db.exec('UPDATE chain_entry SET sequence = sequence + 1000 WHERE sequence > 3');
  added.db.exec('UPDATE chain_entry SET sequence = sequence - 999 WHERE sequence > 1000');
  added.db.exec(
    `INSERT INTO chain_entry SELECT 4, at, kind, staff_id, staff_name, target, reason,
       conversation_id, message_id, outbox_item_id, detail, mac FROM chain_entry WHERE sequence = 3`,
  );
  expect(await added.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 4 });

  const inFront = unguarded();
  inFront.db.exec('UPDATE chain_entry SET sequence = -5 WHERE sequence = 6');
  expect(await inFront.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: -5 });

  const farInFront = unguarded();
  farInFront.db.exec('UPDATE chain_entry SET sequence = -9223372036854775808 WHERE sequence = 6');
  expect(await farInFront.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 1 });

  const moved = unguarded();
  moved.db.exec(`UPDATE chain_entry SET sequence = 99 WHERE sequence = 2;
    UPDATE chain_entry SET sequence = 2 WHERE sequence = 3;
    UPDATE chain_entry SET sequence = 3 WHERE sequence = 99`);
  expect(await moved.ledger.verify()).toMatchObject({ outcome: 'broken', sequence: 2 });
});

it('finds a tail that was cut, and does not forget it when more is written or the app starts anew', async () => {
  const { db, path, head, key, ledger } = unguarded();
  db.exec('DELETE FROM chain_entry WHERE sequence > 4');
  const cut = { outcome: 'tail-cut', sequence: 6 };
  expect(await ledger.verify()).toMatchObject({ ...cut, entries: 4 });
  db.close();
  const again = open(path, key);
  record(again.ledger, 3);
  expect(await again.ledger.verify()).toMatchObject({ ...cut, entries: 7 });
  expect(JSON.parse(readFileSync(head, 'utf8'))).toMatchObject({ sequence: 6 });
});

it('says when the head is missing, or is not one that it wrote', async () => {
  const { db, path, head, key, ledger } = unguarded();
  const good = JSON.parse(readFileSync(head, 'utf8'));
  for (const forged of [
    JSON.stringify({ ...good, sequence: 4 }),
    JSON.stringify({ ...good, mac: good.seal }),
    '{"sequence":6}',
    'no JSON',
    '',
  ]) {
    writeFileSync(head, forged);
    expect(await ledger.verify(), forged).toMatchObject({ outcome: 'head-forged', entries: 6 });
  }
  rmSync(head);
  expect(await ledger.verify()).toMatchObject({ outcome: 'head-missing' });
  db.close();
  const again = open(path, key);
  record(again.ledger, 1);
  expect(await again.ledger.verify()).toMatchObject({ outcome: 'head-missing', entries: 7 });
});

it('takes a head that a kill left behind for what it is, and moves it on', async () => {
  const chain = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  record(chain.ledger, 2);
  const behind = readFileSync(chain.head);
  record(chain.ledger, 2);
  writeFileSync(chain.head, behind);
  expect(await chain.ledger.verify()).toMatchObject({ outcome: 'whole', entries: 5 });
  chain.db.close();
  const again = open(chain.path, chain.key);
  expect(JSON.parse(readFileSync(again.head, 'utf8'))).toMatchObject({ sequence: 5 });

  again.db.close();
  const first = open(join(temporaryFolder(), 'first.db'), randomBytes(32));
  rmSync(first.head);
  first.db.close();
  expect(await open(first.path, first.key).ledger.verify()).toMatchObject({ outcome: 'whole' });
});

it('writes nothing when the work fails, and no work when the entry fails', async () => {
  const { db, ledger } = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  db.exec('CREATE TABLE other (x)');
  const fails = () =>
    ledger.write((entry) => {
      entry({ kind: 'link' });
      throw new Error('the work');
    });
  expect(fails).toThrow('the work');
  db.exec(
    "CREATE TRIGGER full BEFORE INSERT ON chain_entry BEGIN SELECT RAISE(ABORT, 'full'); END",
  );
  const refused = () =>
    ledger.write((entry) => {
      db.exec('INSERT INTO other VALUES (1)');
      entry({ kind: 'link' });
    });
  expect(refused).toThrow('full');
  expect(db.prepare('SELECT count(*) FROM other').pluck().get()).toBe(0);
  expect(await ledger.verify()).toMatchObject({ outcome: 'whole', entries: 1 });
});

it('survives a change of the section’s key', async () => {
  const { path, db, key, ledger } = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  record(ledger, 3);
  db.close();
  const to = randomBytes(32);
  rekeyDatabase({ path, from: key, to, nativeBinding: null });
  const again = open(path, to);
  record(again.ledger, 1);
  expect(await again.ledger.verify()).toMatchObject({ outcome: 'whole', entries: 5 });
});

it('goes on from the older chain of a backup, and says where the chain was before', async () => {
  const { path, db, key, head, ledger } = open(
    join(temporaryFolder(), 'section.db'),
    randomBytes(32),
  );
  record(ledger, 2);
  const backup = `${path}.backup`;
  db.prepare('VACUUM INTO ?').run(backup);
  record(ledger, 4);
  const { sequence, mac } = JSON.parse(readFileSync(head, 'utf8'));
  db.close();
  copyFileSync(backup, path);
  const restored = open(path, key);
  expect(await restored.ledger.verify()).toMatchObject({ outcome: 'tail-cut', sequence: 7 });
  restored.ledger.restored('section-2026-11-24.backup');
  record(restored.ledger, 1);
  expect(await restored.ledger.verify()).toMatchObject({ outcome: 'whole', entries: 5 });
  const detail = restored.db
    .prepare("SELECT detail FROM chain_entry WHERE kind = 'restored'")
    .pluck()
    .get() as string;
  expect(JSON.parse(detail)).toEqual({ formerHead: { sequence, mac } });
});

it('verifies 100,000 entries in a few times what their macs cost, and lets others work meanwhile', async () => {
  const { ledger } = open(join(temporaryFolder(), 'section.db'), randomBytes(32));
  ledger.write((entry) => {
    for (let index = 1; index < 100_000; index += 1)
      entry({ kind: 'mail', target: `reader${index}@example.com`, detail: { mailFrom: 'a@b.c' } });
  });
  let isVerifying = true;
  let turns = 0;
  const count = () => {
    turns += 1;
    if (isVerifying) setImmediate(count);
  };
  setImmediate(count);
  const started = performance.now();
  expect(await ledger.verify()).toMatchObject({ outcome: 'whole', entries: 100_000 });
  const took = performance.now() - started;
  isVerifying = false;
  const key = createSecretKey(randomBytes(32));
  const row = randomBytes(200);
  const startedMacs = performance.now();
  for (let index = 0; index < 100_000; index += 1) createHmac('sha256', key).update(row).digest();
  const macs = performance.now() - startedMacs;
  console.log(
    `100,000 entries verified in ${took.toFixed(0)} ms, their bare macs ${macs.toFixed(0)} ms`,
  );
  // The machine may do other work as well, so it is measured by itself: four times when idle.
  expect(took / macs).toBeLessThan(12);
  expect(turns).toBeGreaterThanOrEqual(100);
}, 120_000);
