import { addressLines } from '../../../../shared/address-lines.ts';
import { honorificWords } from '../../../../shared/model/honorific.ts';
import type { MemberField } from '../../../../shared/model/member.ts';
import type { SomeFields } from '../../../../shared/model/member-change.ts';
import { fieldsOf } from '../member-fields.ts';
import { showTelephone } from '../telephone.ts';
import type { PaperWords } from './paper-words.ts';

export type FieldLine = { readonly name: string; readonly lines: readonly string[] };

/** The fields that are given and have something in them, as people read them. */
export function fieldLines(some: SomeFields, words: PaperWords): readonly FieldLine[] {
  return fieldsOf(some)
    .map((field) => ({
      name: words.field[field],
      lines: linesOf(some, field, words).filter((line) => line !== ''),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function linesOf(some: SomeFields, field: MemberField, words: PaperWords): readonly string[] {
  if (field === 'phones') return (some.phones ?? []).map(showTelephone);
  if (field === 'emails') return some.emails ?? [];
  if (field === 'addresses')
    return (some.addresses ?? []).map((address) => addressLines(address).join(' '));
  if (field === 'custom') return (some.custom ?? []).map(({ label, text }) => `${label}: ${text}`);
  if (field === 'consent') {
    const { version = '', date = '', source = '' } = some.consent ?? {};
    return [[version, date, source].filter((part) => part !== '').join(words.and)];
  }
  const value = some[field] ?? '';
  if (field === 'honorific') return [some.honorific ? honorificWords(some.honorific) : ''];
  const isChoice = ['status', 'nameOrder', 'language', 'tailoring'].includes(field);
  return [
    isChoice && value in words.value ? words.value[value as keyof typeof words.value] : value,
  ];
}
