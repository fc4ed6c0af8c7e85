import type { MemberSummary } from './member.ts';

type Names = Pick<MemberSummary, 'familyName' | 'givenName' | 'nameOrder'>;
type Kana = Pick<MemberSummary, 'familyKana' | 'givenKana' | 'nameOrder'>;

/** The name in the order that its bearer writes it in. */
export function memberName({ familyName, givenName, nameOrder }: Names): string {
  return inOrder(familyName, givenName, nameOrder);
}

/** The furigana in the order of the name. */
export function memberKana({ familyKana, givenKana, nameOrder }: Kana): string {
  return inOrder(familyKana, givenKana, nameOrder);
}

function inOrder(family: string, given: string, order: Names['nameOrder']): string {
  const parts = order === 'family-first' ? [family, given] : [given, family];
  return parts.filter((part) => part !== '').join(' ');
}
