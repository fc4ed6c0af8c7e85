import { useState } from 'react';
import type { EventPayload } from '../../../shared/contract.ts';
import type { MessageId } from '../../../shared/ids.ts';
import { useEvent } from '../../use-event.ts';

/** How far a message is that comes from the server; null while none does. */
export function useFetching(messageId: MessageId): EventPayload<'message.fetching'> | null {
  const [progress, setProgress] = useState<EventPayload<'message.fetching'> | null>(null);
  useEvent('message.fetching', (made) => {
    if (made.messageId === messageId) setProgress(made.done < made.total ? made : null);
  });
  return progress;
}
