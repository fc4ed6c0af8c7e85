import { domainOf, toAddress } from '../../../shared/domain-name.ts';
import type {
  LetterFinding,
  RecipientRole,
  RecipientStanding,
} from '../../../shared/model/letter-check.ts';
import type { OutboxKind } from '../../../shared/model/outbox-item.ts';
import { passesFor } from './look-alike.ts';
import { isAmong, type RecipientFacts, standingOf } from './recipient-standing.ts';

export type AddressedLetter = {
  readonly kind: OutboxKind;
  readonly recipients: readonly { readonly role: RecipientRole; readonly address: string }[];
};

/** Nobody may allow these: what looks right is what makes them dangerous, and each is answered alone. */
const final: readonly LetterFinding['kind'][] = [
  'not-reader',
  'several-readers',
  'other-reader',
  'look-alike',
  'not-an-address',
  'nobody',
  'not-member',
];

/**
 * The guard: who of a letter's recipients it may not go to, and why. A reply is addressed to its
 * reader; everybody else who gets it, and everybody who gets a forward, is staff or the section
 * itself. A letter about a registration goes to one address of that member's own record, out of the
 * Members section, and to nobody else. The same function judges while staff type, when a letter is queued, and when it is sent.
 */
export function judgeRecipients(
  { kind, recipients }: AddressedLetter,
  facts: RecipientFacts,
): readonly LetterFinding[] {
  const findings = recipients.flatMap(({ role, address }): LetterFinding[] => {
    const reason =
      kind === 'registration'
        ? refusalToMember(role, address, facts)
        : refusal(kind, role, standingOf(address, facts));
    if (reason === null) return [];
    const isExcepted = !final.includes(reason) && isAmong(toAddress(address) ?? '', facts.excepted);
    return [
      finding(reason, {
        level: isExcepted ? 'excepted' : 'refused',
        about: address,
        role,
        other:
          reason === 'look-alike'
            ? (passesFor(domainOf(toAddress(address) ?? ''), facts.companyDomains) ?? '')
            : '',
      }),
    ];
  });
  const addressed = recipients.filter(({ role }) => role === 'to');
  if (recipients.length === 0) findings.push(finding('nobody', {}));
  if (kind !== 'forward' && distinct(addressed).size > 1) {
    findings.push(finding('several-readers', { role: 'to' }));
  }
  return findings;
}

/** Whether anything keeps the letter here. */
export function isRefused(findings: readonly LetterFinding[]): boolean {
  return findings.some(({ level }) => level === 'refused');
}

/** Staff have no copy of it either: whoever may know has the section, and the registration with it. */
function refusalToMember(
  role: RecipientRole,
  text: string,
  { registrant }: RecipientFacts,
): LetterFinding['kind'] | null {
  const address = toAddress(text);
  if (address === null) return 'not-an-address';
  const isTheirs =
    role === 'to' && registrant?.sectionId === 'members' && isAmong(address, registrant.emails);
  return isTheirs ? null : 'not-member';
}

function refusal(
  kind: Exclude<OutboxKind, 'registration'>,
  role: RecipientRole,
  standing: RecipientStanding,
): LetterFinding['kind'] | null {
  if (standing === 'reader') return null;
  if (standing === 'not-an-address' || standing === 'look-alike' || standing === 'other-reader')
    return standing;
  // A letter that answers a reader is addressed to that reader, not to staff either.
  if (kind === 'reply' && role === 'to') return 'not-reader';
  return standing === 'outside' ? 'outside' : null;
}

function finding(kind: LetterFinding['kind'], more: Partial<LetterFinding>): LetterFinding {
  return {
    kind,
    level: 'refused',
    about: '',
    role: null,
    other: '',
    line: lineOf(kind),
    canExcept: !final.includes(kind),
    ...more,
  };
}

function lineOf(kind: LetterFinding['kind']): LetterFinding['line'] {
  if (kind === 'not-an-address' || kind === 'nobody') return null;
  return kind === 'not-member' ? 'registrations' : 'reader-mail';
}

function distinct(people: readonly { readonly address: string }[]): ReadonlySet<string> {
  return new Set(people.map(({ address }) => address.toLowerCase()));
}
