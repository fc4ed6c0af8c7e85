/** How a conversation can stand, as `is:` asks for it. */
export const searchStates = [
  'unread',
  'read',
  'answered',
  'flagged',
  'open',
  'waiting',
  'snoozed',
  'done',
] as const;
export type SearchState = (typeof searchStates)[number];

/** Where words are looked for: everywhere, or in one part of a letter. */
export type SearchField = 'any' | 'from' | 'to' | 'subject' | 'filename';

/** One thing that a letter has to have, or, where it `isExcluded`, must not. */
export type SearchTerm = { readonly isExcluded: boolean } & (
  | {
      readonly kind: 'words';
      readonly field: SearchField;
      readonly text: string;
      /** In quotes: whole words, in this order. */
      readonly isExact: boolean;
    }
  | { readonly kind: 'attachment' }
  /** Milliseconds since the epoch, when a day begins here: up to it, or from it on. */
  | { readonly kind: 'before' | 'after'; readonly at: number }
  | { readonly kind: 'is'; readonly state: SearchState }
  | { readonly kind: 'in'; readonly folder: string }
  | { readonly kind: 'tag'; readonly name: string }
);

/** What cannot be understood of a search, with the words that say so. */
export type SearchProblem =
  | { readonly kind: 'date' | 'state' | 'has'; readonly word: string }
  | { readonly kind: 'too-long' | 'nothing' };

export type Search = {
  /** All have to hold; of a clause, one. */
  readonly clauses: readonly (readonly SearchTerm[])[];
  /** Katakana and hiragana will do for one another. */
  readonly isKanaAlike: boolean;
  readonly problem: SearchProblem | null;
};
