import type { SomeFields } from '../../../../shared/model/member-change.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import { squeeze } from '../../policy/held-data/find-words.ts';
import type { HeldChange, HeldData } from '../../policy/held-data/held-data.ts';
import { foreignChanges } from '../../policy/held-data/own-changes.ts';
import { createStriking } from '../../policy/held-data/strike-others.ts';
import { fieldsOf } from '../../policy/member-fields.ts';
import { findAccount } from '../../store/account.ts';
import { findDisclosedMembers, findDisclosures } from '../../store/disclosures.ts';
import { findEntriesOf } from '../../store/held-entries.ts';
import { findMemberChanges } from '../../store/member-changes.ts';
import { findMemberHold } from '../../store/member-holds.ts';
import { findRequests } from '../../store/member-requests.ts';
import { findReviewsOf } from '../../store/member-reviews.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findFamilyNames, findOtherNames } from '../../store/other-names.ts';
import { findSectionSettings } from '../../store/section-settings.ts';
import { ownFacts, type Person } from './person.ts';
import { otherParticipants, type ReadMail, readMails } from './read-mails.ts';

type Strike = (text: string) => string;

/**
 * Everything that the Members section holds of a person, over all their records, with other people
 * struck out; `words` are what staff strike out besides. Notes that staff write on conversations are
 * no part of it, and neither is anything of another member.
 */
export async function gatherHeldData(
  db: SectionDatabase,
  mime: MimePool,
  person: Person,
  words: readonly string[],
): Promise<HeldData> {
  const mails = await readMails(db, mime, person);
  const free = freeParts(db, person);
  const settings = findSectionSettings(db);
  const texts = [
    ...mails.flatMap(({ subject, text, attachments }) => [subject, text, ...attachments]),
    JSON.stringify([free, person.members]),
  ];
  const strike = createStriking({
    own: ownFacts(person),
    section: {
      addresses: [findAccount(db)?.senderAddress ?? ''],
      companyDomains: settings.companyDomains,
      text: `${settings.signatures.en}\n${settings.signatures.ja}`,
    },
    otherNames: [
      ...otherParticipants(db, mails, person.addresses),
      ...namesIn(db, texts.join('\n'), person),
    ],
    words,
  });
  return {
    records: person.members.map(({ id, record, mergedInto, addedAt, changedAt }) => ({
      ...{ number: id, mergedInto, addedAt, changedAt },
      record: { ...record, ...strickenFields(record, strike) },
    })),
    changes: free.changes.map((change) => ({
      ...change,
      reason: strike(change.reason),
      before: change.before === null ? null : strickenFields(change.before, strike),
      after: change.after === null ? null : strickenFields(change.after, strike),
    })),
    hold: free.hold === null ? null : { ...free.hold, reason: strike(free.hold.reason) },
    reviews: findReviewsOf(db, person.ids).map(({ staffName: by, ...review }) => ({
      ...review,
      by,
    })),
    mails: mails.map((mail) => ({
      at: mail.sentAt,
      from: writerOf(mail, person),
      subject: strike(mail.subject),
      text: strike(mail.text),
      attachments: mail.attachments.map(strike),
    })),
    disclosures: free.disclosures.map((one) => ({ ...one, purpose: strike(one.purpose) })),
    requests: free.requests.map((one) => ({ ...one, reason: strike(one.reason) })),
    entries: findEntriesOf(
      db,
      person.ids,
      mails.map(({ conversationId }) => conversationId),
    ).map(({ at, kind, staffName: by, reason, detail }) => ({
      ...{ at, by, kind, reason: strike(reason) },
      fields: detail.field === undefined ? [...(detail.fields ?? [])] : [detail.field],
    })),
  };
}

/** What staff wrote in their own words stands in these. */
function freeParts(db: SectionDatabase, { ids, main }: Person) {
  const hold = findMemberHold(db, main.id)?.hold ?? null;
  return {
    changes: ids
      .flatMap((id) => changesOf(db, id))
      .sort((one, other) => one.sequence - other.sequence)
      .map(({ sequence: _, ...change }) => change),
    hold: hold === null ? null : { at: hold.at, by: hold.staffName, reason: hold.reason },
    disclosures: disclosuresOf(db, ids),
    requests: findRequests(db)
      .filter(({ memberId }) => ids.includes(memberId))
      .map(({ kind, state, receivedOn, deadlineOn, reason }) => ({
        ...{ kind, state, receivedOn, deadlineOn, reason },
      })),
  };
}

function changesOf(
  db: SectionDatabase,
  id: Person['ids'][number],
): (HeldChange & { readonly sequence: number })[] {
  const changes = findMemberChanges(db, id);
  const foreign = foreignChanges(changes);
  return changes.map(({ sequence, at, staffName, kind, body }) => ({
    ...{ sequence, number: id, at, by: staffName },
    ...{ reason: body.reason, fields: fieldsOf(body.after) },
    kind: kind.slice('member-'.length) as HeldChange['kind'],
    before: foreign.has(sequence) ? null : body.before,
    after: foreign.has(sequence) ? null : body.after,
  }));
}

function disclosuresOf(db: SectionDatabase, ids: Person['ids']) {
  const found = ids.flatMap((memberId) =>
    findDisclosures(db, { companyId: null, memberId }).map((disclosure) => ({
      disclosure,
      consent: findDisclosedMembers(db, disclosure.id).find((one) => one.memberId === memberId),
    })),
  );
  return found
    .filter(({ disclosure }) => disclosure.state === 'released')
    .map(({ disclosure: { company, purpose, fields, settled }, consent }) => ({
      at: settled?.at ?? 0,
      // Not whom staff ask for there: that is another person.
      ...{ company: company.name, address: company.address, legalBasis: company.legalBasis },
      ...{ purpose, fields },
      consentVersion: consent?.consentVersion ?? '',
      consentDate: consent?.consentDate ?? '',
    }))
    .sort((one, other) => one.at - other.at);
}

/** The names of other members that stand there, among all that there are. */
function namesIn(db: SectionDatabase, text: string, { ids }: Person): readonly string[] {
  const folded = squeeze(text);
  const families = findFamilyNames(db).filter((name) => folded.includes(squeeze(name)));
  return families.length === 0 ? [] : findOtherNames(db, families, ids);
}

/** What a person or staff wrote in their own words; the rest of a record is the person's own. */
function strickenFields<T extends SomeFields>(fields: T, strike: Strike): T {
  const { notes, custom, plan } = fields;
  return {
    ...fields,
    ...(notes === undefined ? {} : { notes: strike(notes) }),
    ...(plan === undefined ? {} : { plan: strike(plan) }),
    ...(custom === undefined
      ? {}
      : { custom: custom.map(({ label, text }) => ({ label, text: strike(text) })) }),
  };
}

function writerOf({ from, direction }: ReadMail, { addresses }: Person) {
  if (direction === 'out') return 'section';
  return addresses.includes(from.address.toLowerCase()) ? 'person' : 'other';
}
