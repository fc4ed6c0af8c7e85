import { domainOf } from '../../../shared/domain-name.ts';
import { wordsOfHtml } from '../../../shared/html-words.ts';
import type { Contact } from '../../../shared/model/letter-check.ts';
import { type FoundContact, findContacts } from './find-contacts.ts';
import { isAmong, type RecipientFacts } from './recipient-standing.ts';

export type ContactFacts = Pick<RecipientFacts, 'ownAddresses' | 'companyDomains'> & {
  /** What the reader wrote: their own way to be reached is theirs to read. '' for none of it. */
  readonly readersOwnText: string;
  /** The reader's addresses. */
  readonly readersAddresses: readonly string[];
  /** What the section puts under each letter. */
  readonly sectionText: string;
};

/** How to reach other people than the reader, as far as a letter says it, in its text or its HTML. */
export function foreignContacts(
  letter: { readonly text: string; readonly html: string | null },
  facts: ContactFacts,
): readonly Contact[] {
  return contactsIn(letter, facts).map(({ kind, text }) => ({ kind, text }));
}

/** The same, each with the key that other spellings of it have too. */
export function contactsIn(
  { text, html }: { readonly text: string; readonly html: string | null },
  facts: ContactFacts,
): readonly FoundContact[] {
  const found = new Map<string, FoundContact>();
  for (const words of html === null ? [text] : [text, wordsOfHtml(html)])
    for (const contact of findContacts(words))
      found.set(`${contact.kind} ${contact.text}`, contact);
  if (found.size === 0) return [];
  const known = [facts.readersOwnText, facts.sectionText].flatMap(findContacts);
  const isKnown = (contact: FoundContact) =>
    known.some(({ kind, key }) => kind === contact.kind && isSame(contact, key));
  return [...found.values()].filter(
    (contact) => !isKnown(contact) && !(contact.kind === 'email' && isOurs(contact, facts)),
  );
}

/** A postal address that a quote has cut short is still the reader's. */
function isSame({ kind, key }: FoundContact, known: string): boolean {
  return key === known || (kind === 'postal' && key.length >= 7 && known.includes(key));
}

function isOurs({ key }: FoundContact, facts: ContactFacts): boolean {
  return (
    isAmong(key, facts.readersAddresses) ||
    isAmong(key, facts.ownAddresses) ||
    facts.companyDomains.includes(domainOf(key))
  );
}
