import { expect, it } from 'vitest';
import { approveCompany } from '../../../../main/engine/services/group-companies.ts';
import type { CompanyDetails, CompanyFault } from '../../../../shared/model/group-company.ts';
import { companyKey } from '../../../support/company-key.ts';
import { disclosureDesk, given } from '../../../support/disclosures.ts';
import { hana, ken } from '../../../support/section-ledger.ts';

it('waits until another administrator has approved it, and is then in force', async () => {
  const desk = await disclosureDesk();
  const saved = given(await desk.enter());
  if (saved.outcome !== 'saved') throw new Error('not saved');
  expect(desk.companies()).toMatchObject([
    { standing: 'waiting', mayApprove: false, entered: { name: 'Hana Ito' }, approved: null },
  ]);
  expect(desk.approve(saved.companyId)).toMatchObject({ error: { code: 'second-person-needed' } });
  desk.as(ken);
  expect(desk.companies()).toMatchObject([{ mayApprove: true }]);
  expect(desk.approve(saved.companyId, '00000000')).toMatchObject({
    error: { code: 'fingerprint-differs' },
  });
  given(desk.approve(saved.companyId));
  expect(desk.companies()).toMatchObject([
    { standing: 'in-force', mayApprove: false, approved: { name: 'Ken Abe' } },
  ]);
  const fingerprint = desk.companies()[0]?.fingerprint;
  expect(desk.entries('audit').slice(0, 2)).toMatchObject([
    { kind: 'company-approved', staffName: 'Ken Abe', target: 'Minato Travel (travel.example)' },
    { kind: 'company-entered', staffName: 'Hana Ito', detail: { fingerprint } },
  ]);
});

it('waits again once it is changed, for somebody other than who changed it', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  desk.as(ken);
  given(await desk.enter({ permitted: ['familyName', 'phones'] }, companyId));
  expect(desk.companies()).toMatchObject([{ standing: 'waiting', mayApprove: false }]);
  desk.as(hana);
  given(desk.approve(companyId));
  expect(desk.companies()).toMatchObject([
    { standing: 'in-force', details: { permitted: ['familyName', 'phones'] } },
  ]);
});

it('is entered and approved by administrators alone', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  given(await desk.enter({ name: 'Another' }, companyId));
  desk.as(ken, false);
  expect(await desk.enter()).toMatchObject({ error: { code: 'administrator-needed' } });
  expect(desk.companies()).toMatchObject([{ mayApprove: false }]);
  expect(desk.approve(companyId)).toMatchObject({ error: { code: 'administrator-needed' } });
});

it('approves the version that was looked at, and no other', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  given(await desk.enter({ name: 'Minato Tours' }, companyId));
  desk.as(ken);
  const fingerprintEnd = desk.companies()[0]?.fingerprint.slice(-8) ?? '';
  const asked = { sectionId: 'members', companyId, version: 1, fingerprintEnd } as const;
  expect(approveCompany(desk.section, asked, { now: 0, isAdministrator: true })).toMatchObject({
    error: { code: 'disclosure-changed' },
  });
});

it.each<[Partial<CompanyDetails>, CompanyFault]>([
  [{ name: '' }, { field: 'name', code: 'needed' }],
  [{ legalBasis: '' }, { field: 'legalBasis', code: 'needed' }],
  [{ permitted: [] }, { field: 'permitted', code: 'needed' }],
  [{ domain: 'gmail.com' }, { field: 'domain', code: 'domain' }],
  [{ domain: 'co.jp' }, { field: 'domain', code: 'domain' }],
  [{ validFrom: '2026-02-30' }, { field: 'validFrom', code: 'date' }],
  [{ validTo: '2026-03-31' }, { field: 'validTo', code: 'order' }],
  [{ publicKey: 'no key' }, { field: 'publicKey', code: 'key-unreadable' }],
])('enters nothing of %j and says what is wrong', async (changed, fault) => {
  const desk = await disclosureDesk();
  expect(given(await desk.enter(changed))).toEqual({ outcome: 'faulty', faults: [fault] });
  expect(desk.companies()).toEqual([]);
});

it('enters no key whose fingerprint was not read out, nor a private one', async () => {
  const desk = await disclosureDesk();
  const fault = { field: 'fingerprint', code: 'fingerprint' };
  for (const typed of ['', '1234', '0000 0000'])
    expect(given(await desk.enter({}, null, typed))).toEqual({
      ...{ outcome: 'faulty', faults: [fault] },
    });
  const { privateKey } = await companyKey();
  expect(given(await desk.enter({ publicKey: privateKey }))).toMatchObject({
    faults: [{ field: 'publicKey', code: 'key-private' }],
  });
  expect(desk.companies()).toEqual([]);
});
