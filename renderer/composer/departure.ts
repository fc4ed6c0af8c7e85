import type { Schedule } from '../../shared/model/outbox-item.ts';

/** When a letter is to leave, or that staff are done with its conversation by it. */
export type Departure = 'now' | 'now-and-done' | Schedule;
