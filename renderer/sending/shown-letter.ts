import type { OutboxItemId } from '../../shared/ids.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';

/** The letter that the bar tells of: it can be called back, is leaving, or has just left. */
export type ShownLetter = {
  readonly id: OutboxItemId;
  readonly recipient: string;
  /** About a registration: a member's address is not shown by itself. */
  readonly isToMember: boolean;
  readonly phase: 'undo' | 'leaving' | 'sent';
  /** Until when it can be called back, in ms since the epoch; null when it cannot. */
  readonly until: number | null;
};

/**
 * What the bar tells after a look at the outbox: of the newest letter that can be called back, else
 * of the one that leaves for the first time, else that the one it told of has left. It falls silent
 * where anything went wrong: that has a place of its own, and "on its way" must not stand beside it.
 */
export function nextShown(
  shown: ShownLetter | null,
  items: readonly OutboxItem[],
): ShownLetter | null {
  const undoable = items.findLast(({ waitsFor }) => waitsFor === 'undo');
  if (undoable !== undefined) return { ...of(undoable), phase: 'undo', until: undoable.retryAt };
  const leaving = items.findLast(
    ({ state, attempts }) =>
      (state === 'queued' && attempts === 0) || (state === 'sending' && attempts === 1),
  );
  if (leaving !== undefined) return { ...of(leaving), phase: 'leaving', until: null };
  if (shown === null || shown.phase === 'sent') return shown;
  const item = items.find(({ id }) => id === shown.id);
  // Gone while it was leaving: its copy is filed already. Gone before that, it was called back.
  const isSent = item === undefined ? shown.phase === 'leaving' : item.state === 'sent';
  return isSent ? { ...shown, phase: 'sent', until: null } : null;
}

function of({ id, recipient, kind }: OutboxItem) {
  return { id, recipient, isToMember: kind === 'registration' };
}
