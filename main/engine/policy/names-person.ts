import { foldText } from '../../../shared/fold-text.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import { showTelephone } from './telephone.ts';

/** A single letter is in every text; a single kanji may be a whole name. */
const telling = (part: string) => part.length > 1 || /[^ -~]/.test(part);

/** Whether a text has the name, an email address or a telephone number of whoever a record is of. */
export function namesPerson(text: string, record: MemberRecord): boolean {
  const folded = foldText(text);
  const digits = folded.replace(/\D/g, '');
  const { familyName, givenName, familyKana, givenKana, emails, phones } = record;
  const words = [familyName, givenName, familyKana, givenKana, ...emails].map(foldText);
  const numbers = phones.flatMap((phone) => [phone, showTelephone(phone)]);
  return (
    words.filter(telling).some((word) => folded.includes(word)) ||
    numbers.some((number) => {
      const bare = number.replace(/\D/g, '');
      return bare !== '' && digits.includes(bare);
    })
  );
}
