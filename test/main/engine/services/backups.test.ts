import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { ConversationId } from '../../../../shared/ids.ts';
import type { BackupName } from '../../../../shared/model/backup.ts';
import { testEngine } from '../../../support/engine.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { openBeside, sectionKeys } from '../../../support/section-keys.ts';
import { storeLetter } from '../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const passphrase = 'lantern ferry orchard nine';
const sectionId = 'members' as const;
const inSection = { sectionId };

/** A section with one letter and a draft, backed up. */
async function backedUp() {
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  const { state } = await engine.ask('session.create', { name: 'Hana', passphrase });
  const staffId = state.staff?.id;
  if (staffId === undefined) throw new Error('no profile');
  const beside = await openBeside(folder, sectionId, passphrase);
  const letter = storeLetter(beside, { headerMessageId: 'question@example.com' });
  beside.close();
  const draft = (text: string) => ({
    ...inSection,
    ...letter,
    kind: 'reply' as const,
    content: plainLetter(text),
    messageId: null,
  });
  await engine.ask('draft.save', draft('Half a reply'));
  await engine.ask('backup.make', inSection);
  const { backups } = await engine.ask('backup.list', inSection);
  const [backup] = backups;
  if (backup === undefined) throw new Error('no backup');
  const path = join(folder, 'sections', 'members.db');
  return { folder, engine, staffId, path, draft, name: backup.name };
}

const draftOf = async ({ ask }: Pick<ReturnType<typeof testEngine>, 'ask'>) => {
  const conversationId = ConversationId.parse(1);
  return (await ask('conversation.read', { ...inSection, conversationId })).drafts[0]?.text;
};

const isOpen = async ({ ask }: Pick<ReturnType<typeof testEngine>, 'ask'>) =>
  (await ask('section.list', null)).find(({ id }) => id === sectionId)?.storeError;

it('restores a backup, takes along what was written since, and keeps the present file', async () => {
  const { folder, engine, path, draft, name } = await backedUp();
  const beside = await openBeside(folder, sectionId, passphrase);
  beside.exec(`UPDATE message SET subject = 'Overwritten'`);
  beside.close();
  await engine.ask('draft.save', draft('Half a reply, and more'));
  const preview = await engine.ask('backup.preview', { ...inSection, name });
  expect(preview).toEqual({
    backup: { messages: 1, conversations: 1, drafts: 1, outbox: 0 },
    current: { messages: 1, conversations: 1, drafts: 1, outbox: 0 },
    newer: { messages: 0, drafts: 1, replies: 0, lostDrafts: 0, erasures: 0 },
    held: 0,
  });

  const { keptAs } = await engine.ask('backup.restore', { ...inSection, name });

  expect(await isOpen(engine)).toBeNull();
  expect(await draftOf(engine)).toBe('Half a reply, and more');
  const [key] = await sectionKeys(folder, sectionId, passphrase);
  if (key === undefined) throw new Error('no key');
  const subject = (file: string) => {
    const db = openDatabase({ path: file, key, nativeBinding: null, keepsJournal: true });
    const found = db.prepare('SELECT subject FROM message').pluck().get();
    db.close();
    return found;
  };
  expect(subject(path)).toBe('A question');
  expect(subject(join(folder, 'sections', keptAs))).toBe('Overwritten');
  expect(globSync('{sections,backups}/**/*{restored,.new}*', { cwd: folder })).toEqual([]);
});

it('has the backup and the restore on record, in a chain that goes on from the older one', async () => {
  const { engine, draft, name } = await backedUp();
  const list = async () => {
    const all = {
      kind: null,
      staffId: null,
      query: '',
      from: null,
      to: null,
      offset: 0,
      limit: 50,
    };
    const asked = { ...inSection, ...all, side: 'left' as const };
    return (await engine.ask('ledger.list', asked)).items;
  };
  // After the backup: the older chain does not have it.
  await engine.ask('ledger.print', { ...inSection, count: 1 });
  await engine.ask('draft.save', draft('Half a reply, and more'));
  const former = await engine.ask('ledger.verify', inSection);
  if (former.outcome !== 'whole') throw new Error(former.outcome);

  await engine.ask('backup.restore', { ...inSection, name });

  const [restored, backup, ...rest] = await list();
  expect(rest).toEqual([]);
  expect(backup).toMatchObject({ kind: 'backup', target: name, staffName: 'Hana' });
  expect(restored).toMatchObject({
    ...{ kind: 'restored', target: name, staffName: 'Hana' },
    detail: { formerHead: former.head },
  });
  expect(await engine.ask('ledger.verify', inSection)).toMatchObject({ outcome: 'whole' });
});

it('puts the newest backup in the place of a damaged database, which is kept as it is', async () => {
  const { folder, engine, staffId, path, name } = await backedUp();
  await engine.engine.close();
  const damaged = Buffer.from('no database '.repeat(9000));
  writeFileSync(path, damaged);
  const next = testEngine(folder);
  await next.ask('session.unlock', { staffId, passphrase });
  expect((await isOpen(next))?.code).toBe('store-damaged');
  const { backups, status } = await next.ask('backup.list', inSection);
  expect(backups.map((one) => one.name)).toEqual([name]);
  expect(status).toBeNull();
  expect(await next.ask('backup.preview', { ...inSection, name })).toMatchObject({ current: null });

  const { keptAs } = await next.ask('backup.restore', { ...inSection, name });

  expect(await isOpen(next)).toBeNull();
  expect(await draftOf(next)).toBe('Half a reply');
  expect(readFileSync(join(folder, 'sections', keptAs)).equals(damaged)).toBe(true);
});

it('leaves everything as it is when the backup is damaged, or is not there', async () => {
  const { folder, engine, name } = await backedUp();
  const path = join(folder, 'backups', sectionId, name);
  const whole = readFileSync(path);
  // Its head is good: the damage is further in.
  writeFileSync(path, Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(whole.length - 8192)]));
  for (const call of ['backup.preview', 'backup.restore'] as const) {
    expect((await engine.fail(call, { ...inSection, name })).code).toBe('backup-damaged');
  }
  expect(await isOpen(engine)).toBeNull();
  expect(await draftOf(engine)).toBe('Half a reply');
  expect(globSync('sections/*', { cwd: folder }).sort()).toEqual(
    globSync('sections/*.db{,-shm,-wal,-head}', { cwd: folder }).sort(),
  );
  const other = '2020-01-01T00-00-00-000Z.db' as BackupName;
  expect((await engine.fail('backup.restore', { ...inSection, name: other })).code).toBe(
    'not-found',
  );
  for (const path of ['../../keyring.json', `../website-editor/${name}`]) {
    expect((await engine.fail('backup.restore', { ...inSection, name: path })).code).toBe(
      'bad-request',
    );
  }
});

it('leaves no copy of a section with the old key when that is changed', async () => {
  const { folder, engine, path, name } = await backedUp();
  await engine.ask('backup.restore', { ...inSection, name });
  copyFileSync(join(folder, 'backups', sectionId, name), `${path}.before-migration-1`);
  // A kill came while a backup that has expired since was to get another key.
  const backups = join(folder, 'backups', sectionId);
  copyFileSync(join(backups, name), join(backups, '2026-01-01T00-00-00-000Z.db.rekey'));
  const [old] = await sectionKeys(folder, sectionId, passphrase);
  await engine.ask('section.rekey', inSection);
  await engine.engine.close();
  const [next, none] = await sectionKeys(folder, sectionId, passphrase);
  if (old === undefined || next === undefined) throw new Error('no key');
  expect(none).toBeUndefined();
  const files = globSync(['sections/members.db*', 'backups/members/*'], { cwd: folder }).filter(
    (file) => !file.endsWith('-head'),
  );
  expect(files).toHaveLength(4);
  for (const file of files) {
    const open = (key: Buffer) =>
      openDatabase({ path: join(folder, file), key, nativeBinding: null, keepsJournal: true });
    expect(() => open(old), file).toThrow('file is not a database');
    const db = open(next);
    expect(db.pragma('quick_check', { simple: true }), file).toBe('ok');
    db.close();
  }
});

it('changes the key of a restored file too that still waits for its place', async () => {
  const { folder, engine, staffId, path, name } = await backedUp();
  copyFileSync(
    join(folder, 'backups', sectionId, name),
    `${path}.restored-2026-11-24T09-00-00-000Z`,
  );
  await engine.ask('section.rekey', inSection);
  await engine.engine.close();
  const next = testEngine(folder);
  await next.ask('session.unlock', { staffId, passphrase });
  expect(await isOpen(next)).toBeNull();
  expect(await draftOf(next)).toBe('Half a reply');
});

it('leaves one new backup that the new key opens, and no older copy, on record and at once', async () => {
  const { folder, engine, path, name } = await backedUp();
  copyFileSync(join(folder, 'backups', sectionId, name), `${path}.before-migration-1`);
  const elsewhere = join(folder, 'elsewhere.db');
  copyFileSync(join(folder, 'backups', sectionId, name), elsewhere);
  const [old] = await sectionKeys(folder, sectionId, passphrase);
  await engine.ask('section.rekey', { ...inSection, withoutCopies: true });
  const range = { staffId: null, query: '', from: null, to: null, offset: 0, limit: 9 };
  const asked = { ...inSection, side: 'audit', kind: 'copies-destroyed', ...range } as const;
  expect((await engine.ask('ledger.list', asked)).items).toMatchObject([{ detail: { count: 2 } }]);
  await engine.engine.close();
  const keys = await sectionKeys(folder, sectionId, passphrase);
  const [next] = keys;
  if (old === undefined || next === undefined) throw new Error('no key');
  expect(keys).toHaveLength(1);
  const copies = globSync(['sections/members.db.*', 'backups/members/*'], { cwd: folder });
  expect(copies).toHaveLength(1);
  expect(copies[0]).not.toContain(name);
  const open = (file: string, key: Buffer) =>
    openDatabase({ path: join(folder, file), key, nativeBinding: null }).close();
  open(copies[0] ?? '', next);
  expect(() => open('elsewhere.db', next)).toThrow();
  expect(keys.some((key) => key.equals(old))).toBe(false);
});

it.skipIf(process.platform === 'win32')(
  'makes every file and folder for this user alone',
  async () => {
    const { folder, engine, path, draft, name } = await backedUp();
    await engine.ask('backup.restore', { ...inSection, name });
    await engine.ask('section.rekey', inSection);
    await engine.ask('draft.save', draft('Half a reply, and more'));
    const mode = (file: string) => (statSync(join(folder, file)).mode & 0o777).toString(8);
    const made = globSync('**/*', { cwd: folder, withFileTypes: true });
    expect(existsSync(`${path}-wal`)).toBe(true);
    for (const entry of made) {
      const file = relative(folder, join(entry.parentPath, entry.name));
      expect(mode(file), file).toBe(entry.isDirectory() ? '700' : '600');
    }
  },
);

it('takes no folder and no link for a backup', async () => {
  const { folder, engine, name } = await backedUp();
  const backups = join(folder, 'backups', sectionId);
  mkdirSync(join(backups, '2026-01-01T00-00-00-000Z.db'));
  mkdirSync(join(backups, '2026-01-02T00-00-00-000Z.db.new'));
  symlinkSync('nowhere', join(backups, '2026-01-03T00-00-00-000Z.db'));
  const list = await engine.ask('backup.list', inSection);
  expect(list.backups.map((one) => one.name)).toEqual([name]);
  await engine.ask('section.rekey', inSection);
  expect(await isOpen(engine)).toBeNull();
});

it('lists and restores nothing for whom the section is not granted to, or before the sign-in', async () => {
  const { folder, engine, name } = await backedUp();
  const { passphrase: handed } = await engine.ask('staff.add', {
    name: 'Ken',
    role: 'staff',
    sections: ['website-editor'],
  });
  const ken = (await engine.ask('staff.list', null)).find((one) => one.name === 'Ken')?.id;
  if (ken === undefined) throw new Error('no profile');
  await engine.engine.close();
  const his = testEngine(folder);
  const all = async (code: string) => {
    for (const call of [
      'backup.list',
      'backup.make',
      'backup.preview',
      'backup.restore',
    ] as const) {
      expect((await his.fail(call, { ...inSection, name })).code, call).toBe(code);
    }
  };
  await all('locked');
  await his.ask('session.unlock', { staffId: ken, passphrase: handed });
  await his.ask('passphrase.change', { current: handed, next: 'granite violin sunday moth' });
  await all('section-not-granted');
});
