import { MessageId } from '../../../shared/ids.ts';

export type MarkedContact = { readonly messageId: MessageId; readonly address: string };

/** Marks an address in the head of a message, so that a copy of it is noticed. */
export function contactMark(messageId: MessageId, address: string) {
  return { 'data-contact': address, 'data-contact-of': messageId };
}

/** The marked addresses that a selection takes in, in part or whole. */
export function contactsIn(selection: Selection, root: ParentNode): readonly MarkedContact[] {
  return [...root.querySelectorAll<HTMLElement>('[data-contact]')]
    .filter((element) => selection.containsNode(element, true))
    .map(({ dataset }) => ({
      messageId: MessageId.parse(Number(dataset.contactOf)),
      address: dataset.contact ?? '',
    }));
}
