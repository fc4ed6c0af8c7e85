import type { LetterKind } from '../../../shared/model/draft.ts';
import type {
  AttachedFile,
  LetterCheck,
  LetterFinding,
} from '../../../shared/model/letter-check.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import { type Participant, sameAddress } from '../../../shared/model/participant.ts';
import { foreignContacts } from './foreign-contacts.ts';
import { type AddressedLetter, judgeRecipients } from './judge-recipients.ts';
import { type MemberFacts, memberDataIn } from './member-data.ts';
import { ownWords, quotedWords } from './quoted-words.ts';
import { type RecipientFacts, standingOf } from './recipient-standing.ts';

/** Staff write it in the composer: a letter about a registration is judged as it is made. */
export type CheckedLetter = AddressedLetter & {
  readonly kind: LetterKind;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly AttachedFile[];
};

export type LetterFacts = RecipientFacts &
  MemberFacts & {
    /** What it answers or passes on; null when that is gone. */
    readonly answered: Pick<MessageHeaders, 'from' | 'replyTo' | 'to' | 'cc'> | null;
    readonly answeredText: string;
    /** What the section puts under each letter: its own address is no reader's. */
    readonly sectionText: string;
  };

/** Everything that the policy says of a letter while it is written. */
export function checkLetter(letter: CheckedLetter, facts: LetterFacts): LetterCheck {
  const { answered } = facts;
  const judged = judgeRecipients(letter, facts);
  const recipients = letter.recipients.map(({ role, address }) => ({
    role,
    address,
    name: nameOf(address, answered),
    standing: standingOf(address, facts),
  }));
  // Somebody else reads it too: then the reader's own telephone number is another's as well.
  const isAmongUs = recipients.every(({ standing }) =>
    ['reader', 'staff', 'own'].includes(standing),
  );
  const contacts = foreignContacts(letter, {
    ...facts,
    readersOwnText: isAmongUs ? ownWords(facts.answeredText) : '',
    readersAddresses: addressesOf(answered),
  });
  return {
    findings: [
      ...judged,
      ...memberDataIn(letter, facts),
      ...(letter.kind === 'reply' ? otherReplyTo(answered) : []),
      ...contacts
        // That it is a member's says more.
        .filter(({ text }) => !facts.memberFacts.includes(text))
        .map(({ text }) => warning('contact', text)),
    ],
    copied: copiedPeople(facts),
    disclosure: {
      recipients,
      quotes: quotedWords(letter, facts.answeredText),
      contacts: [...contacts],
      attachments: [...letter.attachments],
      isHtml: letter.html !== null,
    },
  };
}

/** By which whoever wrote a message can be reached, as its head says. */
export function addressesOf(
  answered: Pick<MessageHeaders, 'from' | 'replyTo'> | null,
): readonly string[] {
  return answered === null
    ? []
    : [answered.from, ...answered.replyTo].map(({ address }) => address);
}

function otherReplyTo(answered: LetterFacts['answered']): LetterFinding[] {
  const [asked] = answered?.replyTo ?? [];
  if (asked === undefined || answered === null) return [];
  if (answered.from.address === '' || sameAddress(asked.address, answered.from.address)) return [];
  return [{ ...warning('reply-to-differs', asked.address), other: answered.from.address }];
}

function warning(kind: LetterFinding['kind'], about: string): LetterFinding {
  return {
    kind,
    level: 'warning',
    about,
    role: null,
    other: '',
    line: 'reader-mail',
    canExcept: false,
  };
}

function copiedPeople(facts: LetterFacts): LetterCheck['copied'] {
  const { answered } = facts;
  if (answered === null) return [];
  const people = new Map<string, Participant>();
  for (const one of [...answered.to, ...answered.cc])
    if (one.address !== '') people.set(one.address.toLowerCase(), one);
  return [...people.values()]
    .map((one) => ({ ...one, standing: standingOf(one.address, facts) }))
    .filter(
      ({ standing, address }) =>
        standing !== 'own' && standing !== 'reader' && !sameAddress(address, answered.from.address),
    );
}

function nameOf(address: string, answered: LetterFacts['answered']): string {
  const people = answered === null ? [] : [...answered.replyTo, answered.from];
  return people.find((one) => one.name !== '' && sameAddress(one.address, address))?.name ?? '';
}
