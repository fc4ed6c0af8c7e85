import { wordsOfHtml } from '../../../shared/html-words.ts';
import type { LetterFinding } from '../../../shared/model/letter-check.ts';

export type MemberFacts = {
  /** What records say of members whom the letter could be about. */
  readonly memberFacts: readonly string[];
  /** Why they are in it; null where nobody said. */
  readonly memberReason: string | null;
  /** Not the mail of the Members section, whose business a record is: an administrator says why. */
  readonly isReaderMail: boolean;
};

/** Shorter ones stand in any letter by chance. Characters. */
const tellingFact = 4;

/** What a letter tells out of members' records: that needs a reason, which goes on record with it. */
export function memberDataIn(
  { text, html }: { readonly text: string; readonly html: string | null },
  { memberFacts, memberReason, isReaderMail }: MemberFacts,
): readonly LetterFinding[] {
  if (memberFacts.length === 0) return [];
  const told = squeeze(html === null ? text : `${text}\n${wordsOfHtml(html)}`);
  return memberFacts
    .filter((fact) => squeeze(fact).length >= tellingFact && told.includes(squeeze(fact)))
    .map((fact) => ({
      kind: 'member-data',
      level: memberReason === null ? 'refused' : 'excepted',
      about: fact,
      role: null,
      other: '',
      line: isReaderMail ? 'records-apart' : 'registrations',
      canExcept: isReaderMail,
    }));
}

function squeeze(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, '');
}
