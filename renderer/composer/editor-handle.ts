/** What may be done to the text of the open letter from outside it: each a step that Undo takes back. */
export type EditorHandle = {
  /** At the caret, or in place of what is selected. */
  readonly insertText: (text: string) => void;
  /** Every place where the words stand, in the quote too. */
  readonly replaceText: (from: string, to: string) => void;
  /** Strikes them out wherever they stand outside of what is quoted. */
  readonly removeOwn: (words: string) => void;
  /** The first place where the words stand outside of it, for the next key to write over. */
  readonly selectText: (words: string) => void;
  readonly focus: () => void;
};
