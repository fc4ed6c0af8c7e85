import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCompanyKey } from '../../main/engine/disclosure/company-key.ts';
import { addMembers } from '../../main/engine/services/change-member.ts';
import {
  askForDisclosure,
  listDisclosures,
  previewDisclosure,
  showDisclosure,
} from '../../main/engine/services/disclosures.ts';
import {
  approveCompany,
  listCompanies,
  saveCompany,
} from '../../main/engine/services/group-companies.ts';
import { releaseDisclosure } from '../../main/engine/services/release-disclosure.ts';
import { findEntries } from '../../main/engine/store/chain-pages.ts';
import { findMembers } from '../../main/engine/store/member-list.ts';
import type { Result } from '../../shared/errors.ts';
import type { DisclosureId, GroupCompanyId, MemberId } from '../../shared/ids.ts';
import type { DisclosableField } from '../../shared/model/disclosable-field.ts';
import type { CompanyDetails } from '../../shared/model/group-company.ts';
import type { MemberRecord } from '../../shared/model/member.ts';
import { companyKey } from './company-key.ts';
import { mika } from './members.ts';
import { sectionContext } from './section-context.ts';
import { sectionDatabase } from './section-database.ts';
import { hana, ken, sectionLedger } from './section-ledger.ts';
import { temporaryFolder } from './temporary-folder.ts';

const inMembers = { sectionId: 'members' } as const;

/** A member who may be disclosed. */
export const approvedMika: MemberRecord = {
  ...mika,
  status: 'approved',
  consent: { version: '3', date: '2026-04-01', source: 'form' },
};

export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A desk at which Hana and Ken, both administrators unless told, take turns. */
export async function disclosureDesk() {
  let staff = hana;
  let isAdministrator = true;
  let now = Date.UTC(2026, 10, 24, 9);
  const db = sectionDatabase();
  const ledger = sectionLedger(db, undefined, () => staff);
  const section = { ...sectionContext(db), ledger };
  const keys = await companyKey();
  const folder = temporaryFolder();
  const file = join(folder, 'disclosure.csv.pgp');
  const details: CompanyDetails = {
    name: 'Minato Travel',
    address: '1-1 Minato, Tokyo',
    contact: 'Sora Mizuno, 03-0000-0000',
    domain: 'travel.example',
    publicKey: keys.publicKey.trim(),
    permitted: ['familyName', 'givenName', 'emails'],
    purpose: 'Member discounts',
    legalBasis: 'Joint use, policy section 5',
    validFrom: '2026-04-01',
    validTo: '2027-03-31',
    language: 'en',
  };
  const desk = () => ({ now, isAdministrator });

  const companies = () => given(listCompanies(section, desk()));
  const endOf = (id: GroupCompanyId) =>
    companies()
      .find((one) => one.id === id)
      ?.fingerprint.slice(-8) ?? '';
  async function enter(
    changed: Partial<CompanyDetails> = {},
    companyId: GroupCompanyId | null = null,
    fingerprintEnd?: string,
  ) {
    const typed = { ...details, ...changed };
    const key = await readCompanyKey(typed.publicKey, now);
    const end = key.outcome === 'read' ? key.fingerprint.slice(-8) : '';
    const asked = { ...inMembers, companyId, details: typed };
    return saveCompany(section, { ...asked, fingerprintEnd: fingerprintEnd ?? end }, desk());
  }
  const approve = (id: GroupCompanyId, fingerprintEnd = endOf(id)) => {
    const version = companies().find((one) => one.id === id)?.version ?? 0;
    return approveCompany(
      section,
      { ...inMembers, companyId: id, version, fingerprintEnd },
      desk(),
    );
  };
  const page = { offset: 0, limit: 100 };
  const preview = (
    companyId: GroupCompanyId,
    memberIds: MemberId[],
    fields: DisclosableField[] = ['familyName', 'emails'],
  ) => {
    const asked = { ...inMembers, companyId, memberIds, fields, ...page };
    return given(previewDisclosure(section, asked, now));
  };

  return {
    section,
    db,
    details,
    keys,
    folder,
    path: file,
    as(who: typeof hana, asAdministrator = true) {
      staff = who;
      isAdministrator = asAdministrator;
    },
    at(time: number) {
      now = time;
    },
    companies,
    enter,
    approve,
    /** Entered by Hana and approved by Ken; Hana is back at the desk. */
    async company(changed: Partial<CompanyDetails> = {}): Promise<GroupCompanyId> {
      const saved = given(await enter(changed));
      if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
      staff = ken;
      given(approve(saved.companyId));
      staff = hana;
      return saved.companyId;
    },
    add(...records: MemberRecord[]): MemberId[] {
      addMembers(section, records, now);
      const { items } = findMembers(db, null, { offset: 0, limit: 500 });
      return items.map(({ id }) => id).sort((one, other) => one - other);
    },
    preview,
    ask(
      companyId: GroupCompanyId,
      memberIds: MemberId[],
      fields: DisclosableField[] = ['familyName', 'emails'],
      digest = preview(companyId, memberIds, fields).digest,
    ) {
      const asked = { ...inMembers, companyId, memberIds, fields, digest };
      return askForDisclosure(section, { ...asked, purpose: 'Spring campaign' }, now);
    },
    show: (disclosureId: DisclosureId) =>
      showDisclosure(section, { ...inMembers, disclosureId, ...page }, now),
    release(disclosureId: DisclosureId, digest: string, to = file) {
      return releaseDisclosure(
        section,
        { ...inMembers, disclosureId, digest, path: to },
        { clock: { now: () => now }, isAdministrator: () => isAdministrator },
      );
    },
    list: (memberId: MemberId | null = null) =>
      given(listDisclosures(section, { ...inMembers, companyId: null, memberId }, isAdministrator)),
    written: () => readFileSync(file),
    entries(side: 'left' | 'audit') {
      const everything = { kind: null, staffId: null, query: '', from: null, to: null } as const;
      return findEntries(db, { side, ...everything, offset: 0, limit: 500 }).items;
    },
  };
}
