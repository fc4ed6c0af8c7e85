import { foldKana } from '../../../../shared/fold-kana.ts';
import { foldText } from '../../../../shared/fold-text.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import { foldName } from '../fold-name.ts';
import { nameSound } from './name-sound.ts';

/** What a record says of a person, as it is kept. */
export type PersonFacts = {
  readonly id: MemberId;
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  /** Folded. */
  readonly emails: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
  readonly places: readonly { readonly postalCode: string; readonly street: string }[];
};

/** A half of a name: as it is written and as it sounds, '' where that is not known. */
export type NamePart = { readonly written: string; readonly sound: string };

/** The same in the forms that two people are held against each other in. */
export type Person = {
  readonly id: MemberId;
  readonly family: NamePart;
  readonly given: NamePart;
  /** Both halves with kana folded and kanji as they were typed: tells what the folding did. */
  readonly typed: string;
  /** The whole name as written and as it sounds, in one order: exchanged halves have the same. */
  readonly nameKeys: readonly string[];
  readonly emails: readonly string[];
  /** Of the emails, what is before the @ where that tells one person from others. */
  readonly mailNames: readonly string[];
  readonly phones: readonly string[];
  readonly postalCodes: readonly string[];
  /** A postal code and the numbers after it: 1丁目2番3号 and 1-2-3 are one. */
  readonly doors: readonly string[];
};

/** Shorter ones, `info` or `mika`, are many people's. Characters. */
const tellingName = 6;

export function toPerson(facts: PersonFacts): Person {
  const family = toPart(facts.familyName, facts.familyKana);
  const given = toPart(facts.givenName, facts.givenKana);
  const emails = facts.emails.map(withoutTag);
  const codes = facts.places.map(({ postalCode }) => postalCode).filter((code) => code !== '');
  return {
    id: facts.id,
    family,
    given,
    typed: unspaced(foldKana(facts.familyName + facts.givenName)),
    nameKeys: toNameKeys(family, given),
    emails,
    mailNames: emails.map(beforeAt).filter((name) => name.length >= tellingName),
    phones: facts.phones,
    postalCodes: codes,
    doors: facts.places.flatMap(({ postalCode, street }) => {
      const numbers = foldText(street)
        .replaceAll(/[一二三四五六七八九十]/g, toDigit)
        .match(/\d+/g);
      return postalCode === '' || numbers === null ? [] : [`${postalCode} ${numbers.join('-')}`];
    }),
  };
}

function toPart(name: string, furigana: string): NamePart {
  const written = foldName(name.trim());
  return { written: unspaced(written), sound: nameSound(written, foldName(furigana.trim())) };
}

function unspaced(text: string): string {
  // 佐々木 is 佐佐木.
  return text.replace(/[\s・]/g, '').replace(/(.)々/gu, '$1$1');
}

/** `mika+news@` is the mailbox of `mika@` (RFC 5233). */
function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}

function beforeAt(address: string): string {
  return address.slice(0, address.indexOf('@'));
}

/** 一丁目 is written in either way; larger numbers than ten are not written so. */
function toDigit(character: string): string {
  return String('一二三四五六七八九十'.indexOf(character) + 1);
}

/**
 * What a person is met by others through: only people with a key in common are compared. The first
 * sign of each key is its kind, so that a kind can be kept apart from others.
 */
export function meetingKeys(person: Person): readonly string[] {
  const { emails, phones, doors, nameKeys } = person;
  return [
    ...emails.map((email) => `e${email}`),
    ...phones.map((phone) => `p${phone}`),
    ...doors.map((door) => `d${door}`),
    ...nameKeys,
  ];
}

function toNameKeys(family: NamePart, given: NamePart): readonly string[] {
  const written = `n${joined(family.written, given.written)}`;
  if (family.sound === '' || given.sound === '') return [written];
  return [written, `s${joined(family.sound, given.sound)}`];
}

function joined(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
