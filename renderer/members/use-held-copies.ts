import type { ClipboardEvent, DragEvent } from 'react';
import type { MemberId } from '../../shared/ids.ts';
import type { CopiedField } from '../../shared/model/member.ts';
import { useCopyField } from './use-copy-field.ts';

/**
 * For an element with something of a kept record in it: holds a copy of selected text and has it made
 * on record. Dragging such text out of the window would go past the record: it does not begin. What is
 * typed of a new member, who has no number yet, is staff's own.
 */
export function useHeldCopies(memberId: MemberId | null, field: CopiedField) {
  const copy = useCopyField(memberId);
  if (memberId === null) return {};
  const hold = (event: ClipboardEvent) => {
    event.preventDefault();
    // The field within another is the one that it is of.
    event.stopPropagation();
    const text = selectedIn(event.target);
    if (text !== '') copy(field, text);
  };
  const onDragStart = (event: DragEvent) => event.preventDefault();
  return { onCopy: hold, onCut: hold, onDragStart };
}

function selectedIn(target: EventTarget): string {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  return document.getSelection()?.toString() ?? '';
}
