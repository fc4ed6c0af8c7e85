/* The reply's text field as others than the keyboard change it, each time as a step of its own Undo. */

type TextField = HTMLTextAreaElement | null;

/** Selects a place, so that the next key writes over it. */
export function selectText(field: TextField, at: number, length: number): void {
  if (field === null) return;
  field.focus();
  field.setSelectionRange(at, at + length);
}

export function removeText(field: TextField, at: number, length: number): void {
  selectText(field, at, length);
  document.execCommand('delete');
}
