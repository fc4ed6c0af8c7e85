import { it } from 'vitest';
import { testEngine } from '../../../../support/engine.ts';
import { openBeside } from '../../../../support/section-keys.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const passphrase = 'lantern ferry orchard nine';
const inMembers = { sectionId: 'members' } as const;

it('looks at once when the section opens', async () => {
  const folder = temporaryFolder();
  const before = testEngine(folder);
  await before.ask('session.create', { name: 'Hana Ito', passphrase });
  const fields = { familyName: '森', status: 'needs-info' } as const;
  const asked = { ...inMembers, memberId: null, fields, reason: '' };
  const saved = await before.ask('member.save', asked);
  if (saved.outcome !== 'saved') throw new Error('not saved');
  const db = await openBeside(folder, 'members', passphrase);
  db.prepare('UPDATE member SET status_since = 0').run();
  await before.engine.close();

  const after = testEngine(folder);
  const { profiles } = await after.ask('session.state', null);
  const staffId = profiles[0]?.id;
  if (staffId === undefined) throw new Error('no profile');
  await after.ask('session.unlock', { staffId, passphrase, staysSignedIn: false });
  const list = () => after.ask('member.list', { ...inMembers, query: '', offset: 0, limit: 9 });
  await waitFor('the registration to expire', async () => {
    const { items } = await list();
    return items[0]?.status === 'expired';
  });
});
