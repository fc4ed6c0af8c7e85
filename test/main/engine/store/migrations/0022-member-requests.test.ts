import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findRequests } from '../../../../../main/engine/store/member-requests.ts';
import { deleteMember, insertMember } from '../../../../../main/engine/store/members.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { memberRequests } from '../../../../../main/engine/store/migrations/0022-member-requests.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { mika } from '../../../../support/members.ts';
import { requestDesk } from '../../../../support/requests.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('leaves members as they are, and has room for what they ask for', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(memberRequests)));
  insertMember(db, mika, { sortKey: 'もり', words: 'もり' }, 1);
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(db.prepare('SELECT family_name FROM member').pluck().all()).toEqual(['森']);
  expect(findRequests(db)).toEqual([]);
});

it('keeps a request when its member is erased, without what was said of them', () => {
  const desk = requestDesk();
  const [mine] = desk.add(mika);
  if (mine === undefined) throw new Error('no member');
  const request = desk.entered(mine, 'erasure');
  desk.refuse(request, 'Mika owes us money');
  deleteMember(desk.db, mine);
  expect(desk.list()).toMatchObject([{ memberId: mine, name: null, reason: '' }]);
  expect(() => desk.db.prepare('DELETE FROM member_request').run()).toThrow('a request stays');
});

it('takes nothing for done that nobody has shown themselves for', () => {
  const desk = requestDesk();
  const [mine] = desk.add(mika);
  if (mine === undefined) throw new Error('no member');
  desk.entered(mine, 'correction');
  const done = `UPDATE member_request SET state = 'done', settled_by = entered_by, settled_at = 1`;
  expect(() => desk.db.prepare(done).run()).toThrow('CHECK');
});
