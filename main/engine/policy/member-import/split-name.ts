import type { MemberRecord, NameOrder } from '../../../../shared/model/member.ts';
import type { ImportField } from '../../../../shared/model/member-import.ts';

type Parts = Pick<MemberRecord, 'familyName' | 'givenName'>;

/** A whole name with one blank in it, of either width. Null where a person must say what is what. */
export function splitName(text: string, order: NameOrder): Parts | null {
  const found = /^(\S+)[ \u3000](\S+)$/u.exec(text);
  if (found === null) return null;
  const [, first = '', second = ''] = found;
  return order === 'family-first'
    ? { familyName: first, givenName: second }
    : { familyName: second, givenName: first };
}

/**
 * The order of the whole names in a row: the one that its own cell says, else that of the column.
 * `said` is null for a row without such a cell.
 */
export function orderOfNames(
  mapping: readonly ImportField[],
  said: MemberRecord['nameOrder'] | null,
): NameOrder {
  if (said !== null) return said;
  return mapping.includes('nameGivenFirst') ? 'given-first' : 'family-first';
}
