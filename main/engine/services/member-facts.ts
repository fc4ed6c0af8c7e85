import { foldText } from '../../../shared/fold-text.ts';
import type { ConversationId, MemberId, MessageId } from '../../../shared/ids.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import type { FoundContact } from '../policy/find-contacts.ts';
import { type ContactFacts, contactsIn } from '../policy/foreign-contacts.ts';
import { addressKeys, isTold } from '../policy/told-address.ts';
import {
  findMemberAddresses,
  findMemberEmails,
  findMemberPhones,
} from '../store/member-contacts.ts';
import { findDeflatedSource, findMessages } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { SectionContext } from './section-context.ts';

/** So many of a reader's letters are looked through, the newest; and so many characters of each. */
const lettersLookedAt = 20;
const longestLookedAt = 50_000;

type TellingLetter = {
  /** Null for a letter that begins one. */
  readonly conversationId: ConversationId | null;
  readonly text: string;
  readonly html: string | null;
  /** Whoever gets it. */
  readonly addresses: readonly string[];
};

export type MemberFactsDependencies = {
  readonly mime: MimePool;
  /**
   * The members' records, as far as whoever is signed in may open them. Null for everybody else: to
   * them nothing is a member's, or typing an address would tell whether it is.
   */
  readonly members: SectionDatabase | null;
};

/**
 * What a letter tells that a member's record holds: email addresses, telephone numbers and postal
 * addresses, as they stand in the letter. What the reader wrote in this conversation is the reader's
 * own, and out of no record. In the mail of the Members section a record is there to write to that
 * member: what is told of them to themselves is no finding there. In readers' mail it is: to use the
 * record there is a new use, also for the member's own letter.
 */
export async function findMemberFacts(
  { id, db }: Pick<SectionContext, 'id' | 'db'>,
  { mime, members }: MemberFactsDependencies,
  letter: TellingLetter,
  known: Omit<ContactFacts, 'readersOwnText'>,
): Promise<readonly string[]> {
  if (members === null) return [];
  const contacts = contactsIn(letter, { ...known, readersOwnText: '' });
  if (contacts.length === 0) return [];
  const addressed = id === 'members' ? ownersOf(members, letter.addresses) : new Set<MemberId>();
  const told = heldOf(members, contacts).filter(
    ({ owners }) => owners.length > 0 && !owners.some((owner) => addressed.has(owner)),
  );
  if (told.length === 0) return [];
  const letters: string[] = [];
  for (const messageId of lettersOf(db, letter.conversationId)) {
    const source = findDeflatedSource(db, messageId);
    if (source === null) continue;
    const { text } = await mime.parse(source);
    letters.push(text.slice(0, longestLookedAt));
  }
  const notWritten = contactsIn(letter, { ...known, readersOwnText: letters.join('\n') });
  return told
    .map(({ contact }) => contact.text)
    .filter((fact) => notWritten.some(({ text }) => text === fact));
}

function lettersOf(
  db: SectionDatabase,
  conversationId: ConversationId | null,
): readonly MessageId[] {
  if (conversationId === null) return [];
  return findMessages(db, conversationId)
    .filter(({ direction }) => direction === 'in')
    .slice(-lettersLookedAt)
    .map(({ id }) => id);
}

function ownersOf(members: SectionDatabase, addresses: readonly string[]): ReadonlySet<MemberId> {
  const folded = addresses.map(foldText);
  return new Set(findMemberEmails(members, folded).map(({ memberId }) => memberId));
}

/** Whose records hold each of these. */
function heldOf(members: SectionDatabase, contacts: readonly FoundContact[]) {
  const keysOf = (kind: FoundContact['kind']) =>
    contacts.filter((contact) => contact.kind === kind).map(({ key }) => key);
  const emails = findMemberEmails(members, keysOf('email').map(foldText));
  const phones = findMemberPhones(members, keysOf('phone'));
  return contacts.map((contact) => ({ contact, owners: ownersIn(contact) }));

  function ownersIn({ kind, key, text }: FoundContact): readonly MemberId[] {
    const held =
      kind === 'email'
        ? emails.filter(({ folded }) => folded === foldText(key))
        : kind === 'phone'
          ? phones.filter(({ number }) => number === key)
          : findMemberAddresses(members, addressKeys(text)).filter((one) => isTold(text, one));
    return held.map(({ memberId }) => memberId);
  }
}
