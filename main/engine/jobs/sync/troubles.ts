import { MailTrouble } from '../../../../shared/model/mail-report.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { LogEvent } from '../../log-events.ts';

const mostKept = 50;

export type Troubles = {
  /** Notes what is of interest and passes everything on. */
  readonly log: Log;
  /** Newest first. */
  readonly list: () => readonly MailTrouble[];
};

/** Remembers what of a log tells how the mail of one section fares, until the app ends. */
export function createTroubles(log: Log, clock: Clock): Troubles {
  let troubles: readonly MailTrouble[] = [];
  return {
    log(event, fields) {
      const trouble = troubleOf(event, fields, clock.now());
      if (trouble !== null) troubles = [trouble, ...troubles].slice(0, mostKept);
      log(event, fields);
    },
    list: () => troubles,
  };
}

const kinds: Readonly<Partial<Record<LogEvent, MailTrouble['kind']>>> = {
  'sync.ended': 'ended',
  'sync.kept': 'kept',
  'sync.skipped': 'skipped',
  'sync.absent': 'absent',
};

function troubleOf(event: LogEvent, fields: unknown, at: number): MailTrouble | null {
  const kind = kinds[event];
  return kind === undefined ? null : MailTrouble.parse({ ...Object(fields), kind, at });
}
