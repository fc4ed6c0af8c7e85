import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { Note } from '../../../shared/model/note.ts';

type Part =
  | { readonly kind: 'message'; readonly at: number; readonly message: MessageHeaders }
  | { readonly kind: 'note'; readonly at: number; readonly note: Note };

/** Messages and notes by time. Messages keep the order that they come in. */
export function inTheFlow(
  messages: readonly MessageHeaders[],
  notes: readonly Note[],
): readonly Part[] {
  const parts: Part[] = [
    ...messages.map((message) => ({ kind: 'message' as const, at: message.sentAt, message })),
    ...notes.map((note) => ({ kind: 'note' as const, at: note.at, note })),
  ];
  return parts.toSorted((a, b) => a.at - b.at);
}
