import type { Attachment } from '../../../../shared/model/attachment.ts';
import type { Participant } from '../../../../shared/model/participant.ts';
import type { ParsedMessage } from './parsed-message.ts';
import { toSearchText } from './search-text.ts';

/** The search words of what stands around a text. */
export type SearchFields = Readonly<Record<'subject' | 'people' | 'attachments', string>>;

type SearchedFields = Pick<
  ParsedMessage,
  'subject' | 'from' | 'replyTo' | 'to' | 'cc' | 'attachments'
>;

/** Each is a paragraph: a Japanese name makes no Japanese of an address beside it. */
const between = '\n\n';

export function toSearchFields(message: SearchedFields): SearchFields {
  const people = [...message.from, ...message.replyTo, ...message.to, ...message.cc];
  return {
    subject: toSearchText(message.subject),
    people: toSearchText(people.map(toText).join(between)),
    attachments: toFileWords(message.attachments),
  };
}

/** The search words of a text, and of files that are text. */
export function toBodyWords({ text, fileText }: Pick<ParsedMessage, 'text' | 'fileText'>): string {
  return fileText === '' ? toSearchText(text) : `${toSearchText(text)} ${toSearchText(fileText)}`;
}

/** The search words of the names of files. */
export function toFileWords(attachments: readonly Pick<Attachment, 'filename'>[]): string {
  return toSearchText(attachments.map(({ filename }) => filename ?? '').join(between));
}

function toText({ name, address }: Participant): string {
  return `${name}${between}${address}`;
}
