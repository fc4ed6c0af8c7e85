import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { quoteText } from '../../../shared/letter/quote-text.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { addressesOf, checkLetter } from '../policy/check-letter.ts';
import { findDeflatedSource, findMessages } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { findRecipientFacts } from '../store/recipient-facts.ts';
import { findSectionSettings } from '../store/section-settings.ts';
import { findMemberFacts } from './member-facts.ts';
import type { SectionContext } from './section-context.ts';
import { viewing } from './viewing.ts';

/** Of the message that is answered, in characters: it is looked through at each pause of the keys. */
const longestLookedAt = 50_000;

export type LetterCheckService = (
  section: SectionContext,
  input: CallInput<'letter.check'>,
  /** The members' records, for whoever may open them. */
  members: SectionDatabase | null,
) => Promise<Result<CallOutput<'letter.check'>>>;

/**
 * What the policy says of a letter as it stands. It is asked at every pause of the keys, and always
 * about the same message: the text of the last one is kept.
 */
export function createLetterCheck(mime: MimePool): LetterCheckService {
  let last: { readonly db: SectionDatabase; readonly id: MessageId; readonly text: string } | null =
    null;

  async function textOf(section: SectionContext, id: MessageId): Promise<string> {
    if (last?.db === section.db && last.id === id) return last.text;
    const source = findDeflatedSource(section.db, id);
    if (source === null) return '';
    const { text } = await mime.parse(source);
    last = { db: section.db, id, text };
    return text;
  }

  return async (section, { kind, conversationId, messageId, content, to, ...more }, members) => {
    const answered =
      viewing(section, conversationId, (db) => findMessages(db, conversationId)).find(
        ({ id }) => id === messageId,
      ) ?? null;
    const recipients = [
      ...to.map((address) => ({ role: 'to' as const, address })),
      ...content.cc.map((address) => ({ role: 'cc' as const, address })),
      ...content.bcc.map((address) => ({ role: 'bcc' as const, address })),
    ];
    const answeredText =
      answered === null ? '' : (await textOf(section, messageId)).slice(0, longestLookedAt);
    // What is quoted on sending is in no text yet.
    const { text: typed, quote } = content;
    const below = quote === null ? '' : quoteText(answeredText, quote);
    const text = below === '' ? typed : `${typed}\n\n${below}`;
    const { signatures } = findSectionSettings(section.db);
    const sectionText = `${signatures.en}\n${signatures.ja}`;
    const copied = [...(answered?.to ?? []), ...(answered?.cc ?? [])];
    const facts = findRecipientFacts(section.db, {
      kind,
      conversationId,
      messageId,
      addresses: [...recipients, ...copied].map(({ address }) => address),
      excepted: more.excepted,
    });
    const addresses = recipients.map(({ address }) => address);
    const telling = { conversationId, text: typed, html: content.html, addresses };
    const memberFacts = await findMemberFacts(section, { mime, members }, telling, {
      ...facts,
      sectionText,
      readersAddresses: addressesOf(answered),
    });
    const isReaderMail = section.id !== 'members';
    const ofMembers = { memberFacts, memberReason: null, isReaderMail };
    return success(
      checkLetter(
        { ...content, text, kind, recipients, attachments: more.attachments },
        { ...facts, answered, answeredText, sectionText, ...ofMembers },
      ),
    );
  };
}
