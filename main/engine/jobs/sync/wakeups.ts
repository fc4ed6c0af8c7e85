import type { ImapFlow } from 'imapflow';

/** Collects reasons to look at the server again while a session is at work or idle. */
export type Wakeups = {
  /** Starts listening to a connection. */
  readonly attach: (client: ImapFlow) => void;
  /** Something here wants the server's attention: a read mark, or a copy in Sent. */
  readonly poke: () => void;
  /** Something changed in a folder that is not open. */
  readonly changed: () => void;
  /** Every folder is to be looked at now. */
  readonly lookAround: () => void;
  /** The first reason since the last call, or `interval` milliseconds. Rejects when the connection ends. */
  readonly next: (client: ImapFlow, interval: number) => Promise<{ readonly reach: Reach }>;
};

/** INBOX; what staff did as well; every folder that changed; every folder, since somebody asks. */
type Reach = 'inbox' | 'own' | 'changed' | 'all';

const reaches = ['none', 'inbox', 'own', 'changed', 'all'] as const;

export function createWakeups(): Wakeups {
  let reason: (typeof reaches)[number] = 'none';
  let wake: (() => void) | null = null;

  function raise(why: Reach): void {
    if (reaches.indexOf(why) > reaches.indexOf(reason)) reason = why;
    wake?.();
  }

  return {
    attach(client) {
      reason = 'none';
      for (const event of ['exists', 'flags']) client.on(event, () => raise('inbox'));
      // EARLIER is an answer to a question of ours (RFC 7162 3.2.10).
      client.on('expunge', ({ earlier }) => {
        if (earlier !== true) raise('inbox');
      });
      client.on('close', () => wake?.());
    },
    poke: () => raise('own'),
    changed: () => raise('changed'),
    lookAround: () => raise('all'),
    async next(client, interval) {
      if (reason === 'none' && client.usable) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(() => raise('changed'), interval);
          wake = () => {
            clearTimeout(timer);
            wake = null;
            resolve();
          };
        });
      }
      if (!client.usable) throw new Error('the connection ended');
      const reach = reason === 'none' ? 'changed' : reason;
      reason = 'none';
      return { reach };
    },
  };
}
