import { expect, it } from 'vitest';
import { addMembers } from '../../../../main/engine/services/change-member.ts';
import { lookUpMember } from '../../../../main/engine/services/look-up-member.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { blankMember } from '../../../../shared/model/member.ts';
import type { LookUpPurpose } from '../../../../shared/model/member-look-up.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';

const sectionId = 'world-services' as const;

/** A section with a letter from this address, and members of whom two share one. */
function desks(address: string) {
  const mail = sectionContext(sectionDatabase());
  const members = sectionContext(sectionDatabase());
  const emails = ['Mika@Reader.example'];
  addMembers(
    members,
    [
      { ...blankMember, familyName: '森', emails },
      { ...blankMember, familyName: '阿部', emails: ['ken@reader.example'] },
      { ...blankMember, familyName: '森', givenName: '次郎', emails },
    ],
    0,
  );
  const { messageId } = storeLetter(mail.db, { from: [{ name: 'Mika', address }] });
  const earlier = [rowsOf(mail.db), rowsOf(members.db)];
  return {
    lookUp: (purpose: LookUpPurpose, words = '', isAdministrator = true) =>
      lookUpMember(mail, members, { sectionId, messageId, purpose, words }, isAdministrator),
    /** What the chains have since: of the mail, and of the members. */
    written: () => [mail, members].map(({ db }, at) => rowsOf(db).slice(earlier[at]?.length)),
  };
}

function rowsOf(db: SectionDatabase) {
  return db
    .prepare('SELECT kind, target, reason, detail FROM chain_entry ORDER BY sequence')
    .all() as { detail: string }[];
}

const asked = (target: string, reason: string, purpose: LookUpPurpose) => ({
  ...{ kind: 'member-looked-up', target, reason },
  detail: JSON.stringify({ purpose, from: sectionId }),
});

it('shows whose record has the address of a letter; Members alone has on record who asked, and what for', () => {
  const { lookUp, written } = desks('ＭＩＫＡ@reader.example');
  expect(lookUp('membership', 'a late bill')).toMatchObject({
    value: [{ familyName: '森' }, { givenName: '次郎' }],
  });
  const ofBoth = ['1', '3'].map((id) => asked(id, 'a late bill', 'membership'));
  expect(written()).toEqual([[], ofBoth]);
});

it('has on record that nobody was found, and not the address', () => {
  const { lookUp, written } = desks('stranger@reader.example');
  expect(lookUp('safety')).toEqual({ ok: true, value: [] });
  expect(written()).toEqual([[], [asked('', '', 'safety')]]);
});

it('shows nothing to others than administrators, without a purpose, or of what we sent', () => {
  const reader = desks('mika@reader.example');
  expect(reader.lookUp('membership', '', false)).toMatchObject({
    error: { code: 'administrator-needed' },
  });
  expect(reader.lookUp('other')).toMatchObject({ error: { code: 'bad-request' } });
  expect(reader.written()).toEqual([[], []]);
  const ours = desks('world@minato.example');
  expect(ours.lookUp('membership')).toMatchObject({ error: { code: 'not-found' } });
  expect(ours.written()).toEqual([[], []]);
});
