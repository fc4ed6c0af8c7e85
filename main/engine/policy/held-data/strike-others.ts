import { struck } from '../../../../shared/strike-out.ts';
import { contactsIn } from '../foreign-contacts.ts';
import { type FoldedText, findWords, foldWords, type Range, squeeze } from './find-words.ts';

/** Whose copy it is, and who else could stand in it. */
export type StrikeFacts = {
  readonly own: {
    readonly emails: readonly string[];
    /** Names in full, as they are written. */
    readonly names: readonly string[];
    /** Telephone numbers and postal addresses, a line each. */
    readonly contactText: string;
  };
  readonly section: {
    readonly addresses: readonly string[];
    readonly companyDomains: readonly string[];
    /** What the section puts under each letter. */
    readonly text: string;
  };
  /** Names of other people, as they are written. */
  readonly otherNames: readonly string[];
  /** What staff want struck out besides, wherever it stands. */
  readonly words: readonly string[];
};

/** Shorter names stand in any text by chance. Folded characters. */
const shortestName = 2;

/**
 * Strikes other people out of a text that a person gets a copy of: the email addresses, telephone
 * numbers and postal addresses that are neither the person's nor the section's, the names of the
 * others, and the words that staff chose.
 */
export function createStriking(facts: StrikeFacts): (text: string) => string {
  const ownNames = facts.own.names.map(squeeze);
  const otherNames = facts.otherNames.filter((name) => {
    const folded = squeeze(name);
    return folded.length >= shortestName && !ownNames.includes(folded);
  });
  const known = {
    readersOwnText: facts.own.contactText,
    readersAddresses: facts.own.emails,
    ownAddresses: facts.section.addresses,
    companyDomains: facts.section.companyDomains,
    sectionText: facts.section.text,
  };

  return (text) => {
    if (text.trim() === '') return text;
    const folded = foldWords(text);
    const kept = [
      ...facts.own.names.flatMap((name) => findWords(folded, name)),
      ...facts.own.emails.flatMap((email) => findText(text.toLowerCase(), email.toLowerCase())),
    ];
    const isKept = ({ start, end }: Range) =>
      kept.some((range) => range.start <= start && end <= range.end);
    const others = [
      ...contactsIn({ text, html: null }, known).flatMap((found) => findText(text, found.text)),
      ...otherNames.flatMap((name) => findWords(folded, name)),
    ].filter((range) => !isKept(range));
    return cut(text, [...others, ...chosen(folded, facts.words)]);
  };
}

/** Staff looked at it: also where it stands within something of the person's own. */
function chosen(folded: FoldedText, words: readonly string[]): readonly Range[] {
  return words.flatMap((each) => findWords(folded, each));
}

function findText(text: string, words: string): readonly Range[] {
  const found: Range[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length });
  return found;
}

/** One mark for what runs into one another. */
function cut(text: string, ranges: readonly Range[]): string {
  const inOrder = [...ranges].sort((one, other) => one.start - other.start);
  let result = '';
  let at = 0;
  for (const { start, end } of inOrder) {
    if (end <= at) continue;
    if (start >= at) result += text.slice(at, start) + struck;
    at = end;
  }
  return result + text.slice(at);
}
