import { type RefObject, useEffect, useRef } from 'react';
import type { z } from 'zod';

/** Hears what the preload script in the frame of a mail tells the page, if it is of this kind. */
export function useFrameMessage<Schema extends z.ZodType>(
  frame: RefObject<HTMLIFrameElement | null>,
  schema: Schema,
  onMessage: (message: z.infer<Schema>, frame: HTMLIFrameElement) => void,
): void {
  const latest = useRef(onMessage);
  useEffect(() => {
    latest.current = onMessage;
  });
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (frame.current === null || event.source !== frame.current.contentWindow) return;
      const message = schema.safeParse(event.data);
      if (message.success) latest.current(message.data, frame.current);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [frame, schema]);
}
