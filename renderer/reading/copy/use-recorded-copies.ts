import { type RefObject, useEffect, useRef } from 'react';
import type { SectionId } from '../../../shared/model/section.ts';
import { contactsIn } from './contact-mark.ts';
import { useCopyContacts } from './use-copy-contacts.ts';

/**
 * Holds a copy of selected text that takes in an address of a message's head, and has it made on
 * record. Dragging such text out of the window would go past the record: it does not begin.
 */
export function useRecordedCopies(sectionId: SectionId, pane: RefObject<HTMLElement | null>): void {
  const copy = useCopyContacts(sectionId);
  const latest = useRef(copy);
  latest.current = copy;
  useEffect(() => {
    const hold = (event: Event) => {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed || pane.current === null) return;
      const contacts = contactsIn(selection, pane.current);
      if (contacts.length === 0) return;
      event.preventDefault();
      if (event.type === 'copy') latest.current(contacts, selection.toString());
    };
    document.addEventListener('copy', hold);
    document.addEventListener('dragstart', hold);
    return () => {
      document.removeEventListener('copy', hold);
      document.removeEventListener('dragstart', hold);
    };
  }, [pane]);
}
