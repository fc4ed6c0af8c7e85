import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { enclosureBytes } from './enclosure-bytes.ts';
import { fillDates } from './fill-dates.ts';
import type { DemoConversation, LetterLanguage, RawLetter, StoredLetter, Turn } from './letter.ts';
import { sectionAccount } from './section-account.ts';

type Compose = {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly writtenAt: number;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly turn?: Pick<Turn, 'html' | 'cc' | 'enclosures' | 'headers'>;
};

/** RFC 5322 bytes of one message. */
export function composeLetter(letter: Compose): Promise<Buffer> {
  const { html, cc, enclosures, headers } = letter.turn ?? {};
  const composer = new MailComposer({
    from: { name: letter.fromName, address: letter.fromAddress },
    ...(letter.replyTo === undefined ? {} : { replyTo: letter.replyTo }),
    to: { name: letter.toName, address: letter.toAddress },
    subject: letter.subject,
    text: letter.text,
    date: new Date(letter.writtenAt),
    messageId: letter.messageId,
    ...(letter.references.length === 0
      ? {}
      : { inReplyTo: letter.references.at(-1) ?? '', references: [...letter.references] }),
    ...(html === undefined ? {} : { html }),
    ...(cc === undefined ? {} : { cc }),
    ...(headers === undefined ? {} : { headers }),
    attachments: (enclosures ?? []).map((enclosure) => ({
      filename: enclosure.fileName,
      ...enclosureBytes(enclosure),
    })),
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, source) => {
      if (error) reject(error);
      else resolve(source);
    });
  });
}

/** The turns of a conversation as they lie in INBOX and Sent. `startedAt` in ms since the epoch. */
export async function conversationLetters(
  conversation: DemoConversation,
  startedAt: number,
): Promise<StoredLetter[]> {
  const account = sectionAccount(conversation.sectionId);
  const letters: StoredLetter[] = [];
  const references: string[] = [];
  let previous: { turn: Turn; text: string; writtenAt: number } | null = null;
  const filled = (text: string) => fillDates(text, conversation.language, startedAt);
  for (const [index, turn] of conversation.turns.entries()) {
    const writtenAt = startedAt - Math.round(turn.hoursAgo * 3_600_000);
    const fromUs = turn.by === 'us';
    const messageId = demoMessageId(
      `${conversation.key}-${index}`,
      fromUs ? account.address : conversation.readerAddress,
    );
    const text = filled(turn.text);
    const signed = fromUs
      ? `${text}\n\n${conversation.language === 'en' ? account.signatureEnglish : account.signatureJapanese}`
      : text;
    const quote =
      previous === null
        ? ''
        : `\n\n${quoted(conversation.language, previous.turn.by === 'us' ? account.name : conversation.readerName, previous.writtenAt, previous.text)}`;
    const reader = { name: conversation.readerName, address: conversation.readerAddress };
    const [from, to] = fromUs ? [account, reader] : [turn.sentBy ?? reader, account];
    letters.push({
      sectionId: conversation.sectionId,
      folder: fromUs ? 'Sent' : 'INBOX',
      seen: fromUs || turn.unread !== true,
      writtenAt,
      source: await composeLetter({
        fromName: from.name,
        fromAddress: from.address,
        toName: to.name,
        toAddress: to.address,
        ...(turn.sentBy === undefined ? {} : { replyTo: reader }),
        subject:
          turn.subject ?? (index === 0 ? conversation.subject : `Re: ${conversation.subject}`),
        text: `${signed}${quote}\n`,
        writtenAt,
        messageId,
        references,
        turn: {
          ...turn,
          enclosures: (turn.enclosures ?? []).map((each) => ({
            ...each,
            text: filled(each.text ?? ''),
          })),
        },
      }),
    });
    references.push(messageId);
    previous = { turn, text: signed, writtenAt };
  }
  return letters;
}

/** A letter whose bytes are written out whole, with its date and recipient filled in. */
export function rawLetter(letter: RawLetter, startedAt: number): StoredLetter {
  const account = sectionAccount(letter.sectionId);
  const writtenAt = startedAt - Math.round(letter.hoursAgo * 3_600_000);
  const source = letter.source
    .replaceAll('{date}', new Date(writtenAt).toUTCString().replace('GMT', '+0000'))
    .replaceAll('{section}', account.address);
  return {
    sectionId: letter.sectionId,
    folder: 'INBOX',
    seen: !letter.unread,
    writtenAt,
    source: Buffer.from(source.replace(/\r?\n/g, '\r\n'), 'latin1'),
  };
}

/** The same at every start for the same key, in the writer's domain. */
export function demoMessageId(key: string, address: string): string {
  const local = createHash('sha256').update(key).digest('hex').slice(0, 20);
  return `<${local}@${address.split('@')[1]}>`;
}

function quoted(language: LetterLanguage, name: string, writtenAt: number, text: string): string {
  const date = new Date(writtenAt);
  const lines = text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
  const attribution =
    language === 'ja'
      ? `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${name}:`
      : `On ${date.toUTCString().slice(0, 16)}, ${name} wrote:`;
  return `${attribution}\n${lines.join('\n')}`;
}
