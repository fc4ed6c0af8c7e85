import { useState } from 'react';
import type { MessageId } from '../../shared/ids.ts';
import type { MessageHeaders } from '../../shared/model/message.ts';

type OpenMessages = {
  readonly isOpen: (id: MessageId) => boolean;
  readonly toggle: (id: MessageId) => void;
};

/**
 * Which messages are unfolded. The newest and the unread ones start open, and that is decided once
 * for each message: marking it read, or newer mail, must not fold it under the reader's eyes.
 */
export function useOpenMessages(messages: readonly MessageHeaders[]): OpenMessages {
  const [open, setOpen] = useState<ReadonlyMap<MessageId, boolean>>(new Map());
  const unknown = messages.filter(({ id }) => !open.has(id));
  if (unknown.length > 0) {
    const newest = messages.at(-1)?.id;
    const added = unknown.map(({ id, seen }) => [id, id === newest || !seen] as const);
    // Adjusted while rendering, so that no frame shows a new message folded first.
    setOpen(new Map([...open, ...added]));
  }
  return {
    isOpen: (id) => open.get(id) ?? false,
    toggle: (id) => setOpen((last) => new Map(last).set(id, !(last.get(id) ?? false))),
  };
}
