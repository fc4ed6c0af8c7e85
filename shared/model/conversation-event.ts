import type { ChosenStatus } from './conversation-state.ts';

/**
 * `after` is when the newest letter from the reader had arrived that whoever did it knew of, by the
 * server's clock: one that came later undoes what it says. The other times are of the desktop's.
 */
export type StateEvent = { readonly at: number } & (
  | {
      readonly type: 'status';
      readonly body: {
        readonly status: ChosenStatus;
        readonly after: number;
        /** The Message-ID of the letter that it was said together with. */
        readonly letter?: string;
      };
    }
  /** That letter was called back, or refused for good: what was said together with it is void, until it is said again. */
  | { readonly type: 'letter-undone'; readonly body: { readonly letter: string } }
  | {
      readonly type: 'snoozed';
      readonly body: { readonly until: number | null; readonly after: number };
    }
  /** To be told if the reader has not answered by then. */
  | {
      readonly type: 'reminder';
      readonly body: { readonly remindAt: number | null; readonly after: number };
    }
);

type NoteEvent =
  | { readonly type: 'note'; readonly body: { readonly text: string } }
  | {
      readonly type: 'note-changed';
      readonly body: { readonly noteId: string; readonly text: string };
    }
  | { readonly type: 'note-removed'; readonly body: { readonly noteId: string } };

/** The tags themselves are on the letters, and come and go by other programs too. */
type TagEvent = {
  readonly type: 'tagged';
  readonly body: { readonly keyword: string; readonly isSet: boolean };
};

/** What a person did to a conversation. */
export type ConversationAct =
  | NoteEvent
  | TagEvent
  | (StateEvent extends infer E
      ? E extends StateEvent
        ? Pick<E, 'type' | 'body'>
        : never
      : never);
