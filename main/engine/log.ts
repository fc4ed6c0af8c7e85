import type { LogEvent, LogFields } from './log-events.ts';

/** Events by code and ids only: never a name, address, subject, body or key. */
export type Log = <E extends LogEvent>(event: E, fields: LogFields<E>) => void;

export const silentLog: Log = () => undefined;
