/** What may be done to the text of the open letter from outside it: each a step that Undo takes back. */
export type EditorHandle = {
  /** At the caret, or in place of what is selected. */
  readonly insertText: (text: string) => void;
  /** Every place where the words stand; '' strikes them out. Whether there was one. */
  readonly replaceText: (from: string, to: string) => boolean;
  /** The first place where the words stand, for the next key to write over. */
  readonly selectText: (words: string) => void;
  readonly focus: () => void;
};
