import { MailTrouble } from '../../../../shared/model/mail-report.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { LogEvent } from '../../log-events.ts';

const mostKept = 50;

const kinds: Readonly<Partial<Record<LogEvent, MailTrouble['kind']>>> = {
  'sync.ended': 'ended',
  'sync.kept': 'kept',
  'sync.skipped': 'skipped',
  'sync.absent': 'absent',
};

export type Troubles = {
  /** Notes what is of interest and passes everything on. */
  readonly log: Log;
  /** Newest first; of a row of the same ones the newest. */
  readonly list: () => readonly MailTrouble[];
};

/** Remembers what of a log tells how the mail of one section fares, until the app ends. */
export function createTroubles(log: Log, clock: Clock): Troubles {
  let troubles: readonly MailTrouble[] = [];
  let last = 0;
  return {
    log(event, fields) {
      const kind = kinds[event];
      if (kind !== undefined) {
        last += 1;
        const trouble = MailTrouble.parse({ ...Object(fields), kind, id: last, at: clock.now() });
        const [newest] = troubles;
        const before =
          newest !== undefined && isSame(newest, trouble) ? troubles.slice(1) : troubles;
        troubles = [trouble, ...before].slice(0, mostKept);
      }
      log(event, fields);
    },
    list: () => troubles,
  };
}

function isSame(one: MailTrouble, other: MailTrouble): boolean {
  return JSON.stringify({ ...one, id: 0, at: 0 }) === JSON.stringify({ ...other, id: 0, at: 0 });
}
