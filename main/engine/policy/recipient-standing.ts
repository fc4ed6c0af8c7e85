import { domainOf, toAddress } from '../../../shared/domain-name.ts';
import type { RecipientStanding } from '../../../shared/model/letter-check.ts';
import { sameAddress } from '../../../shared/model/participant.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { passesFor } from './look-alike.ts';

export type Registrant = { readonly sectionId: SectionId; readonly emails: readonly string[] };

/** What is known when a letter is judged. Addresses in any case, domains as `toDomain` writes them. */
export type RecipientFacts = {
  /** Whom a reply may go to: the one whom the answered message names. Nobody, for a forward. */
  readonly readers: readonly string[];
  readonly ownAddresses: readonly string[];
  /** As an administrator lists them: these, and none below them. */
  readonly companyDomains: readonly string[];
  /** Those who have written to the section, of the ones that are asked about. In lower case. */
  readonly writers: ReadonlySet<string>;
  /** Whose registration a letter is about, and where it is kept; null for every other letter. */
  readonly registrant: Registrant | null;
  /** What an administrator allowed this letter, for a reason on record. */
  readonly excepted: readonly string[];
};

/** Who this is to a letter. Staff are staff, whatever they wrote to the section. */
export function standingOf(
  text: string,
  { readers, ownAddresses, companyDomains, writers }: Omit<RecipientFacts, 'registrant'>,
): RecipientStanding {
  const address = toAddress(text);
  if (address === null) return 'not-an-address';
  if (isAmong(address, readers)) return 'reader';
  if (isAmong(address, ownAddresses)) return 'own';
  const domain = domainOf(address);
  if (companyDomains.includes(domain)) return 'staff';
  if (passesFor(domain, companyDomains) !== null) return 'look-alike';
  return writers.has(address.toLowerCase()) ? 'other-reader' : 'outside';
}

export function isAmong(address: string, addresses: readonly string[]): boolean {
  return addresses.some((one) => sameAddress(one, address));
}
