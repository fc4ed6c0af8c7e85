/**
 * Writes in the place of what is selected, or at the caret, as one step of the field's own Undo, which
 * the browser keeps only for what is written as if by hand (`execCommand` is deprecated, with no other
 * in its place).
 */
export function insertText(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.focus();
  document.execCommand('insertText', false, text);
}
