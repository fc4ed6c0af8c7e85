import { app, powerMonitor } from 'electron';
import { createIdleLock } from './idle-lock.ts';

type Dependencies = {
  readonly lockAfterMinutes: () => number;
  readonly lock: () => void;
};

const lookEveryMs = 5000;

/** Locks by itself: when the computer goes to sleep, its screen is locked, or nobody is there. */
export function watchDesk({ lockAfterMinutes, lock }: Dependencies): void {
  const idle = createIdleLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    now: Date.now,
    lockAfterMinutes,
    lock,
  });
  setInterval(idle.look, lookEveryMs);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', idle.sawInput);
  });
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  // Some systems tell of the waking alone.
  powerMonitor.on('resume', idle.look);
  powerMonitor.on('unlock-screen', idle.look);
}
