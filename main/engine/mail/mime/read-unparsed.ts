import type { Participant } from '../../../../shared/model/participant.ts';
import type { ParsedMessage } from './parsed-message.ts';

/** Only this much of the beginning is looked at. */
const lookedAtBytes = 32 * 1024;

/**
 * What can be said of a message that ended the parser, without a parser: a few headers, so that
 * staff can find it.
 */
export function readUnparsed(raw: Uint8Array): ParsedMessage {
  const head = Buffer.from(raw.subarray(0, lookedAtBytes)).toString('utf8').replaceAll('\0', '');
  const lines = head.split(/\r\n|\n|\r/);
  const blank = lines.indexOf('');
  const headers = blank === -1 ? lines : lines.slice(0, blank);
  const field = (name: string) =>
    headers.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  const sentAt = Date.parse(field('date').trim());
  return {
    headerMessageId: field('message-id').replace(/[<>]/g, '').trim() || null,
    inReplyTo: [],
    references: [],
    subject: field('subject').trim(),
    from: readOneAddress(field('from')),
    sender: [],
    replyTo: [],
    to: readOneAddress(field('to')),
    cc: [],
    sentAt: Number.isNaN(sentAt) ? null : sentAt,
    text: '',
    html: null,
    fileText: '',
    snippet: '',
    attachments: [],
    automation: 'no',
    listId: null,
  };
}

function readOneAddress(field: string): Participant[] {
  const address = /[^\s<>"(),:;]{1,64}@[^\s<>"(),:;]{1,255}/.exec(field.slice(0, 1000))?.[0];
  return address === undefined ? [] : [{ name: '', address }];
}
