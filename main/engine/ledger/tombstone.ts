import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { foldText } from '../../../shared/fold-text.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';

/** What a person is known again by. */
export type Contacts = Pick<MemberRecord, 'emails' | 'phones'>;

export function tombstoneKey(key: Buffer): KeyObject {
  return createSecretKey(key);
}

/**
 * An identifier as it is known again, with nothing in it to be read: an email address in whatever case
 * and width, or a telephone number in E.164.
 *
 * A name with a postal code is none. A postal code in Japan is a whole quarter of a town, where several
 * people are called 佐藤花子: the app would say of one of them that she had asked to be forgotten.
 */
export function tombstoneOf(key: KeyObject, kind: 'email' | 'phone', text: string): Buffer {
  return createHmac('sha256', key)
    .update(`fumibako:tombstone:1\0${kind}\0${kind === 'email' ? foldText(text) : text}`, 'utf8')
    .digest();
}

/** Those that one person's record has and the other has not: what a change adds. */
export function addedContacts(before: Contacts, after: Contacts): Contacts {
  const known = new Set([...before.emails.map(foldText), ...before.phones]);
  return {
    emails: after.emails.filter((email) => !known.has(foldText(email))),
    phones: after.phones.filter((phone) => !known.has(phone)),
  };
}
