import type { EngineEventName, EventPayload } from '../../shared/contract.ts';
import type { Clock } from './clock.ts';
import type { Refusals } from './egress/refusals.ts';
import type { Log } from './log.ts';

/** What the engine is given by the process that it runs in. */
export type EngineOptions = {
  /** Holds the keyring and the sections' databases; must exist. */
  readonly dataFolder: string;
  readonly nativeBinding: string | null;
  readonly csvWorkerUrl: URL;
  readonly mimeWorkerUrl: URL;
  readonly storeWorkerUrl: URL;
  /** Backs sections up daily; the demo's are thrown away. */
  readonly hasAutomaticBackups: boolean;
  readonly clock: Clock;
  /** From the system's keychain; null without one. Never rejects. */
  readonly deviceSecret: () => Promise<Buffer | null>;
  /** A page that is complete in itself as PDF; null when that fails. Never rejects. */
  readonly printPaper: (html: string) => Promise<Buffer | null>;
  /** N of scrypt: how slow a passphrase is to guess. */
  readonly scryptCost: number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** What this process is kept from, its workers included. */
  readonly refusals: Refusals;
  readonly emit: <N extends EngineEventName>(event: N, payload: EventPayload<N>) => void;
};
