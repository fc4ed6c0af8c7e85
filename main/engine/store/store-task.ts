import type { Result } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { RestorePreview } from '../../../shared/model/backup.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { RefusedMessage } from '../egress/worker-guard.ts';

/** Long work on whole files, done in a thread of its own so that the engine's never waits for it. */
export type StoreTask =
  | { readonly kind: 'backup'; readonly path: string; readonly target: string }
  /** Copies the write-ahead log of an open database into it. */
  | { readonly kind: 'checkpoint'; readonly path: string }
  /** From the first of the two keys to the second. */
  | { readonly kind: 'rekey'; readonly path: string }
  /** Of a section's database at `path`, beside a backup of it. */
  | { readonly kind: 'preview'; readonly path: string; readonly backup: string }
  | {
      readonly kind: 'restore';
      readonly path: string;
      readonly backup: string;
      readonly ready: string;
      readonly entry: RestoreEntry;
    };

/** What the chain of the restored database says of it. */
export type RestoreEntry = {
  readonly sectionId: SectionId;
  /** The name of the backup. */
  readonly file: string;
  /** Who is signed in. */
  readonly by: { readonly id: StaffId; readonly name: string } | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
};

export type StoreAnswers = {
  readonly backup: null;
  readonly checkpoint: null;
  readonly rekey: null;
  readonly preview: RestorePreview;
  readonly restore: null;
};

export type StoreRequest = {
  readonly task: StoreTask;
  readonly keys: readonly Uint8Array[];
  readonly nativeBinding: string | null;
};

export type StoreWorkerMessage =
  | RefusedMessage
  | { readonly kind: 'answer'; readonly result: Result<StoreAnswers[StoreTask['kind']]> };
