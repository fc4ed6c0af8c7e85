import { z } from 'zod';
import { NoteId } from '../ids.ts';
import { ChosenStatus } from '../model/conversation-state.ts';
import { NoteText } from '../model/note.ts';
import { inConversation, nothing } from './places.ts';

/** Milliseconds since the epoch; null for never. */
const time = z.int().nonnegative().nullable();
const ofNote = inConversation.extend({ noteId: NoteId });

/** How a conversation stands, and what staff tell each other about it. Nothing of it leaves. */
export const stateCalls = {
  'conversation.setStatus': {
    input: inConversation.extend({ status: ChosenStatus }),
    output: nothing,
  },
  /** It comes back by itself then, and at once when the reader writes. */
  'conversation.snooze': { input: inConversation.extend({ until: time }), output: nothing },
  /** It opens by itself then if the reader has not answered. */
  'conversation.remind': { input: inConversation.extend({ remindAt: time }), output: nothing },

  /** Its draft is gone with it. */
  'note.add': { input: inConversation.extend({ text: NoteText }), output: nothing },
  /** Only for who wrote it. */
  'note.change': { input: ofNote.extend({ text: NoteText }), output: nothing },
  'note.remove': { input: ofNote, output: nothing },
} as const;
