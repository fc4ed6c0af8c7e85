import type { AppError, Result } from '../../shared/errors.ts';
import type { ConversationId } from '../../shared/ids.ts';

/** How long a conversation must be open to count as read; passing over it with j and k does not. */
const openForMs = 600;
const lookEveryMs = 200;

type OpenConversation = {
  readonly id: ConversationId;
  /** Names the unread mail in it (unread-name.ts); null when all is read, undefined while unknown. */
  readonly unread: string | null | undefined;
};

type SeenKeeperOptions = {
  readonly mark: (id: ConversationId, seen: boolean) => Promise<Result<null>>;
  /** Whether the window has the focus: mail that comes in while nobody is there stays unread. */
  readonly hasFocus: () => boolean;
  readonly onFailure: (error: AppError) => void;
};

type SeenKeeper = {
  /** Something else is open now, or there is other unread mail in it; null when nothing is open. */
  readonly show: (open: OpenConversation | null) => void;
  /** Nothing is on screen any more: no answer that still comes is worth a word. */
  readonly stop: () => void;
  /** By hand: unread mail becomes read, and read mail unread. */
  readonly toggle: () => void;
};

/** Marks what is open as read after a moment, unless staff just marked it unread. */
export function createSeenKeeper({ mark, hasFocus, onFailure }: SeenKeeperOptions): SeenKeeper {
  let open: OpenConversation | null = null;
  let keptUnread: ConversationId | null = null;
  let toToggle: ConversationId | null = null;
  let isStopped = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tell = async (id: ConversationId, seen: boolean) => {
    const result = await mark(id, seen);
    if (!result.ok && !isStopped) onFailure(result.error);
  };

  function toggle(): void {
    if (open === null) return;
    // Pressed before it is known which way: done as soon as it is.
    toToggle = open.unread === undefined ? open.id : null;
    if (open.unread === undefined) return;
    const seen = open.unread !== null;
    keptUnread = seen ? null : open.id;
    clearInterval(timer);
    void tell(open.id, seen);
  }

  return {
    show(next) {
      isStopped = false;
      clearInterval(timer);
      // Opened again later, it counts as read again.
      if (next?.id !== keptUnread) keptUnread = null;
      open = next;
      if (next?.id !== toToggle) toToggle = null;
      else if (next?.unread !== undefined) return toggle();
      if (next === null || next.id === keptUnread) return;
      if (next.unread === null || next.unread === undefined) return;
      const { id } = next;
      let focusedMs = 0;
      // The window hears nothing of a focus that comes and goes inside the frame of a mail, so it
      // is asked for instead of listened to.
      timer = setInterval(() => {
        focusedMs = hasFocus() ? focusedMs + lookEveryMs : 0;
        if (focusedMs < openForMs) return;
        clearInterval(timer);
        void tell(id, true);
      }, lookEveryMs);
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
    toggle,
  };
}
