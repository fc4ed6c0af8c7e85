import { createHash } from 'node:crypto';

type Clipboard = {
  readonly writeText: (text: string) => void | Promise<void>;
  readonly readText: () => string | Promise<string>;
  readonly clear: () => void | Promise<void>;
};

export type FleetingClipboard = {
  /** Puts a text there, and takes it away after a minute unless something else is there by then. */
  readonly put: (text: string) => Promise<void>;
};

const stayMs = 60_000;

export function createFleetingClipboard(clipboard: Clipboard): FleetingClipboard {
  let timer: NodeJS.Timeout | undefined;

  async function takeAway(digest: string): Promise<void> {
    if (digestOf(await clipboard.readText()) === digest) await clipboard.clear();
  }

  return {
    async put(text) {
      clearTimeout(timer);
      await clipboard.writeText(text);
      // Known by its digest: it need not be in this process's memory for as long.
      const digest = digestOf(text);
      timer = setTimeout(() => void takeAway(digest), stayMs);
      // The app may end before.
      timer.unref();
    },
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
