import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { mayApprove } from '../policy/disclosure.ts';
import {
  findDisclosedMembers,
  findDisclosure,
  findDisclosures,
  insertDisclosure,
  isOpenDisclosurePrint,
  markDeclined,
  type StoredDisclosure,
} from '../store/disclosures.ts';
import { findGroup } from '../store/merge-group.ts';
import { consentsOf, contentOf, type Selection, showPage } from './disclosure-content.ts';
import { aboutCompany, type Desk } from './group-companies.ts';
import { notFound, type SectionContext } from './section-context.ts';

export function previewDisclosure(
  section: SectionContext,
  { offset, limit, ...selection }: CallInput<'disclosure.preview'>,
  now: number,
): Result<CallOutput<'disclosure.preview'>> {
  return success(showPage(section, contentOf(section, selection, now), { offset, limit }));
}

/** What one that waits would release, as the records are now: not as they were when it was asked for. */
export function showDisclosure(
  section: SectionContext,
  { disclosureId, offset, limit }: CallInput<'disclosure.show'>,
  now: number,
): Result<CallOutput<'disclosure.show'>> {
  const found = findDisclosure(section.db, disclosureId);
  if (found === null) return notFound;
  if (found.state !== 'asked') return failure('disclosure-settled');
  const content = contentOf(section, selectionOf(section, found), now);
  return success(showPage(section, content, { offset, limit }));
}

/** It waits for somebody else. What was previewed is what is asked for. */
export function askForDisclosure(
  section: SectionContext,
  { purpose, digest, ...selection }: CallInput<'disclosure.ask'>,
  now: number,
): Result<CallOutput<'disclosure.ask'>> {
  const { db, ledger } = section;
  const staff = ledger.staff();
  if (staff === null) return failure('locked');
  const content = contentOf(section, selection, now);
  const { company, refusals, fields } = content;
  if (refusals.length > 0 || company === null)
    return success({ outcome: 'refused', refusals: [...refusals] });
  if (content.digest !== digest) return failure('disclosure-changed');
  const members = consentsOf(content);
  const disclosureId = ledger.write((write) => {
    const { version } = company;
    const asked = { version, fields: [...fields], purpose, members };
    const id = insertDisclosure(db, asked, staff, now);
    const about = aboutCompany('disclosure-asked', company);
    const what = { fields: [...fields], disclosure: id, members: members.length };
    write({ ...about, reason: purpose, detail: { ...about.detail, ...what } });
    return id;
  });
  return success({ outcome: 'asked', disclosureId });
}

export function declineDisclosure(
  { db, ledger }: SectionContext,
  { disclosureId, reason }: CallInput<'disclosure.decline'>,
  { now, isAdministrator }: Desk,
): Result<null> {
  const staff = ledger.staff();
  const found = findDisclosure(db, disclosureId);
  if (staff === null || found === null) return notFound;
  if (found.state !== 'asked') return failure('disclosure-settled');
  if (!isAdministrator && found.asked.id !== staff.id) return failure('administrator-needed');
  ledger.write((write) => {
    markDeclined(db, disclosureId, reason, staff, now);
    const { name, domain } = found.company;
    const detail = { disclosure: disclosureId, members: found.memberCount };
    // The reason may name a member, and the chain is for ever: it stays beside the request.
    write({ kind: 'disclosure-declined', target: `${name} (${domain})`, detail });
  });
  return success(null);
}

export function listDisclosures(
  { db, ledger }: SectionContext,
  { companyId, memberId }: CallInput<'disclosure.list'>,
  isAdministrator: boolean,
): Result<CallOutput<'disclosure.list'>> {
  const staff = ledger.staff();
  const isApprovable = ({ state, asked }: StoredDisclosure) =>
    state === 'asked' && staff !== null && mayApprove(asked, { id: staff.id, isAdministrator });
  return success(
    findDisclosures(db, { companyId, memberId }).map((one) => ({
      ...one,
      mayApprove: isApprovable(one),
    })),
  );
}

/**
 * What the law wants to be shown of each (Act on the Protection of Personal Information, Article 29):
 * when, to whom, of whom, which items, and the consent. A member's paper names no other member.
 */
export function recordDisclosurePrint(
  { db, ledger }: SectionContext,
  { companyId, memberId }: CallInput<'disclosure.print'>,
  now: number,
): Result<CallOutput<'disclosure.print'>> {
  const released = findDisclosures(db, { companyId, memberId }).filter(
    ({ state }) => state === 'released',
  );
  const own = memberId === null ? null : findGroup(db, memberId);
  const records = released.map((one) => ({
    ...one,
    mayApprove: false,
    members: findDisclosedMembers(db, one.id).filter(
      (member) => own === null || own.has(member.memberId),
    ),
  }));
  const target = memberId === null ? (companyNameOf(released, companyId) ?? '') : String(memberId);
  const paper = memberId === null ? 'disclosures' : 'member-disclosures';
  const detail = { paper, count: records.length } as const;
  const entry = ledger.write((write) => write({ kind: 'print', target, detail }));
  return success({ entry, by: ledger.staff()?.name ?? '', at: now, records });
}

export function recordDisclosuresNotPrinted(
  { db, ledger }: SectionContext,
  { entry }: CallInput<'disclosure.notPrinted'>,
): Result<null> {
  if (!isOpenDisclosurePrint(db, entry)) return notFound;
  const detail = { outcome: 'not-done', concerns: entry } as const;
  ledger.write((write) => write({ kind: 'outcome', detail }));
  return success(null);
}

/** What was asked for, to be looked at anew. */
export function selectionOf(
  { db }: SectionContext,
  { id, company, fields }: StoredDisclosure,
): Selection {
  const memberIds = findDisclosedMembers(db, id).map(({ memberId }) => memberId);
  return { companyId: company.id, fields, memberIds };
}

function companyNameOf(
  found: readonly StoredDisclosure[],
  companyId: CallInput<'disclosure.print'>['companyId'],
): string | undefined {
  return companyId === null ? undefined : found[0]?.company.name;
}
