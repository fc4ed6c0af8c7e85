import { foldKana } from '../../../shared/fold-kana.ts';
import { foldText } from '../../../shared/fold-text.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import { foldName } from './fold-name.ts';
import { readTelephone } from './telephone.ts';

type Names = Pick<MemberRecord, 'familyName' | 'givenName' | 'familyKana' | 'givenKana'>;

/** What a member stands in the list by: the furigana, else the name. */
export function memberSortKey({ familyName, givenName, familyKana, givenKana }: Names): string {
  return foldKana(`${familyKana || familyName} ${givenKana || givenName}`).trim();
}

/** The names and the furigana, apart and as they are written without a blank, in both orders. */
export function memberText({ familyName, givenName, familyKana, givenKana }: Names): string {
  const ways = (family: string, given: string) =>
    [family, given, family + given, given + family].join(' ');
  return foldName(`${ways(familyName, givenName)} ${ways(familyKana, givenKana)}`);
}

/** A whole address or number is looked up as such: a part of one finds nobody, and tells nothing. */
export function readLookUp(
  query: string,
):
  | { readonly kind: 'email'; readonly folded: string }
  | { readonly kind: 'phone'; readonly number: string }
  | null {
  if (query.includes('@') || query.includes('＠'))
    return { kind: 'email', folded: foldText(query.trim()) };
  if (!/\d{3}/.test(query.normalize('NFKC'))) return null;
  const number = readTelephone(query);
  return number === null ? null : { kind: 'phone', number };
}
