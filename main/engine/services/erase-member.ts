import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Failure, failure, type Result, success } from '../../../shared/errors.ts';
import type { ConversationId, MemberId } from '../../../shared/ids.ts';
import {
  type ErasureCertificate,
  type ErasurePlace,
  erasedPlaces,
  keptPlaces,
} from '../../../shared/model/erasure.ts';
import { namesPerson } from '../policy/names-person.ts';
import { type ErasedPerson, findErasedPerson } from '../store/erased-person.ts';
import {
  countErasure,
  deleteDraftsTo,
  hasLetterUnderWay,
  hasOpenLetter,
  isImportUnderWay,
  takeLettersOf,
} from '../store/erasure-places.ts';
import { insertErasure, nextErasureId } from '../store/erasures.ts';
import { deleteMails } from '../store/mail-deletions.ts';
import { findMemberHold } from '../store/member-holds.ts';
import { deletePerson, findMember, type StoredMember } from '../store/members.ts';
import { findGroup } from '../store/merge-group.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { keepTombstones } from './tombstones.ts';

type Person = ErasedPerson & { readonly found: StoredMember };

/** Lists every place that has something of a person; nothing goes by a look. */
export function previewErasure(
  section: SectionContext,
  { memberId }: CallInput<'erasure.preview'>,
  isAdministrator: boolean,
): Result<CallOutput<'erasure.preview'>> {
  const person = mayErase(section, memberId, isAdministrator);
  if ('ok' in person) return person;
  return success({ places: placesOf(section, person), changedAt: person.found.changedAt });
}

/**
 * Erases a person who asked for it, with every record that is of them and with all history of these.
 * One transaction takes the data, leaves the tombstones, and writes the certificate and its entry in
 * the chain. The chain stays whole: it has members by number, and digests whose salts go here.
 *
 * Letters stay unless they are to go too: here they go at once, and on the server with the next sync.
 */
export function eraseMember(
  section: SectionContext,
  { memberId, reason, seen, deletesMails }: CallInput<'erasure.erase'>,
  now: number,
  isAdministrator: boolean,
): Result<ErasureCertificate> {
  const { db, ledger, forgetting, serverDrafts, sync, changed } = section;
  const person = mayErase(section, memberId, isAdministrator);
  if ('ok' in person) return person;
  if (person.found.changedAt !== seen) return failure('erasure-changed');
  // The certificate outlives the person's data, and so does the chain.
  if (namesPerson(reason, { ...person.found.record, ...person.contacts }))
    return failure('erasure-names-person');
  if (deletesMails && hasLetterUnderWay(db, person)) return failure('erasure-letter-waits');
  const staff = ledger.staff();
  let touched: ReadonlySet<ConversationId> = new Set();
  const certificate = ledger.write((record) => {
    const number = nextErasureId(db);
    const places = placesOf(section, person, deletesMails);
    deleteDraftsTo(db, person);
    const letters = deletesMails ? takeLettersOf(db, person) : [];
    let sequence = 0;
    deletePerson(db, memberId, (id) => {
      const reference = id === memberId ? { reason } : {};
      const entry = { ...aboutMember('member-erased', id), ...reference };
      sequence = record({ ...entry, detail: { erasure: number } });
    });
    const signed = { at: now, staffName: staff?.name ?? '', reason };
    const made = { ...{ number, memberId, places, sequence }, ...signed };
    insertErasure(db, { ...made, staffId: staff?.id ?? null });
    keepTombstones(db, person.contacts, number);
    touched = deleteMails(db, letters, number);
    if (letters.length > 0) {
      const detail = { count: letters.length, erasure: number };
      record({ kind: 'messages-removed', detail });
    }
    return { ...made, copiesDestroyedAt: null, mailsDeletedAt: null };
  });
  forgetting.wake();
  serverDrafts.look();
  sync.poke();
  changed(touched);
  return success(certificate);
}

/** Who is to be erased, or why that cannot be. */
function mayErase(
  { db }: SectionContext,
  memberId: MemberId,
  isAdministrator: boolean,
): Person | Failure {
  if (!isAdministrator) return failure('administrator-needed');
  const found = findMember(db, memberId);
  if (found === null) return notFound;
  if (found.mergedInto !== null) return failure('member-merged');
  if (findMemberHold(db, memberId) !== null) return failure('member-held');
  // Its rows may be of this person, and would be written after them.
  if (isImportUnderWay(db)) return failure('import-running');
  const person = { ...findErasedPerson(db, [...findGroup(db, memberId)]), found };
  return hasOpenLetter(db, person) ? failure('erasure-letter-waits') : person;
}

function placesOf(
  { db, backup }: SectionContext,
  person: Person,
  deletesMails = false,
): ErasurePlace[] {
  const count = countErasure(db, person);
  const counts: Readonly<Record<ErasurePlace['place'], number>> = {
    records: count.records,
    contacts: count.emails + count.phones + count.addresses,
    custom: count.custom,
    history: count.history,
    reviews: count.reviews + count.claims,
    pairs: count.pairs,
    imports: count.imports,
    search: count.records,
    drafts: count.drafts + count.editedDrafts,
    'forms-of-address': count.formsOfAddress,
    mails: count.letters,
    mentions: count.mentions,
    ledger: count.ledger,
    disclosures: count.disclosures,
    requests: count.requests,
    'form-marks': count.formMarks,
    backups: backup.copies(),
  };
  return [
    ...erasedPlaces.map((place) => ({ place, count: counts[place], isKept: false })),
    ...keptPlaces.map((place) => {
      return { place, count: counts[place], isKept: place !== 'mails' || !deletesMails };
    }),
  ];
}
