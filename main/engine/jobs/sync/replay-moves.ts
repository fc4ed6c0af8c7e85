import type { CopyResponseObject, ImapFlow } from 'imapflow';
import { refusedCommand } from '../../mail/connection-error.ts';
import { deleteMessages } from '../../mail/imap/delete-messages.ts';
import { isInFolder } from '../../mail/imap/is-in-folder.ts';
import { type Folder, findFolderById, resetFolder, saveFolderMade } from '../../store/folders.ts';
import {
  type BeginningOfNew,
  beginMoves,
  findMoveActions,
  finishMoves,
  type MoveAction,
} from '../../store/moves.ts';
import { withUidsOf } from './selected-mailbox.ts';
import type { SyncContext } from './sync-context.ts';
import { toUidSet } from './uid-set.ts';

/** UIDs of one command: far from together they make a long line. */
const moveSize = 500;

/**
 * Has the server move what was moved here. A move is forgotten only after the server said OK; after a
 * kill in between, the folders themselves tell what became of it. Says whether messages have places now
 * that are not known yet.
 */
export async function replayMoves(
  client: ImapFlow,
  context: SyncContext,
  folder: Folder,
): Promise<boolean> {
  const moves = findMoveActions(context.db, folder.id);
  let hasUnknown = false;
  for (const targetId of new Set(moves.map((move) => move.targetId))) {
    const target = await openTarget(client, context, targetId);
    if (target === null) continue;
    const same = moves.filter((move) => move.targetId === targetId);
    for (let start = 0; start < same.length; start += moveSize) {
      const some = same.slice(start, start + moveSize);
      const outcome = client.capabilities.has('MOVE')
        ? await moveSome(client, context, { folder, target, moves: some })
        : await copySome(client, context, { folder, target, moves: some });
      hasUnknown ||= outcome === 'unknown';
    }
  }
  return hasUnknown;
}

/** Made where the server does not have it; null for one that is gone. */
async function openTarget(
  client: ImapFlow,
  { db }: SyncContext,
  id: Folder['id'],
): Promise<Folder | null> {
  const target = findFolderById(db, id);
  if (target === null || target.isOnServer) return target;
  // imapflow says the path as it is, and that it is subscribed.
  saveFolderMade(db, id, (await client.mailboxCreate(target.path)).path);
  return findFolderById(db, id);
}

/** Messages of one folder that go to another. */
type Batch = {
  readonly folder: Folder;
  readonly target: Folder;
  readonly moves: readonly MoveAction[];
};

type Outcome = 'known' | 'unknown' | 'kept';

async function moveSome(client: ImapFlow, context: SyncContext, batch: Batch): Promise<Outcome> {
  const { folder, target, moves } = batch;
  const moved = await withUidsOf(client, folder, () =>
    client.messageMove(toUidSet(uidsOf(moves)), target.path, { uid: true }),
  );
  return finish(context, { ...batch, response: moved, isMarked: false });
}

/**
 * RFC 6851 3.3, for a server without MOVE: a copy and then the deletion of this one message. What was
 * begun before is looked for first: a second copy would be one too many.
 */
async function copySome(
  client: ImapFlow,
  context: SyncContext,
  { folder, target, moves }: Batch,
): Promise<Outcome> {
  const now = await newFrom(client, target);
  const copied: MoveAction[] = [];
  for (const move of moves) if (await isCopied(client, target, move, now)) copied.push(move);
  const rest = moves.filter((move) => !copied.includes(move));
  beginMoves(context.db, folder.id, rest, now);
  const isMarked = !client.capabilities.has('UIDPLUS');
  let outcome: Outcome = 'known';
  const batches = [
    { some: copied, isCopied: true },
    { some: rest, isCopied: false },
  ].filter(({ some }) => some.length > 0);
  for (const { some, isCopied } of batches) {
    const range = toUidSet(uidsOf(some));
    const response = await withUidsOf(client, folder, async () => {
      const copy = isCopied || (await client.messageCopy(range, target.path, { uid: true }));
      return copy && (await deleteMessages(client, range)) ? copy : false;
    });
    const finished = finish(context, { folder, target, moves: some, response, isMarked });
    if (finished !== 'known') outcome = finished;
  }
  return outcome;
}

/** Whether a copy that was asked for before is there: one of those that came since. */
async function isCopied(
  client: ImapFlow,
  target: Folder,
  { begunAt, headerMessageId }: MoveAction,
  now: BeginningOfNew,
): Promise<boolean> {
  if (begunAt === null || headerMessageId === null) return false;
  if (begunAt.uidValidity !== now.uidValidity) return false;
  return isInFolder(client, target.path, headerMessageId, begunAt.uidNext);
}

async function newFrom(client: ImapFlow, { path }: Folder): Promise<BeginningOfNew> {
  const status = await client.status(path, { uidNext: true, uidValidity: true });
  const { uidNext, uidValidity } = status === false ? {} : status;
  if (uidNext === undefined || uidValidity === undefined) throw refusedCommand('STATUS');
  return { uidNext, uidValidity: uidValidity.toString() };
}

type Finish = Batch & {
  /** True for copies that were there before, undefined where the numbers are other messages' now. */
  readonly response: CopyResponseObject | boolean | undefined;
  readonly isMarked: boolean;
};

function finish(
  { db, log, changed }: SyncContext,
  { folder, target, moves, response, isMarked }: Finish,
): Outcome {
  if (response === undefined) return 'known';
  if (response === false) {
    // Asked again with the next sync: it may be read-only or full for now.
    log('sync.kept', { folder: folder.role });
    return 'kept';
  }
  const answer = response === true ? null : response;
  // RFC 4315 3: new UIDs, under the target's own UIDVALIDITY. A folder that was just made has none here.
  const uidValidity = answer?.uidValidity?.toString() ?? null;
  const current = findFolderById(db, target.id)?.uidValidity ?? null;
  if (current === null && uidValidity !== null) resetFolder(db, target.id, uidValidity);
  const isSame = uidValidity !== null && uidValidity === (current ?? uidValidity);
  const uids = isSame ? answer?.uidMap : undefined;
  const done = moves.map((move) => ({ ...move, newUid: uids?.get(move.uid) ?? null, isMarked }));
  changed(finishMoves(db, folder.id, done));
  return done.every(({ newUid }) => newUid !== null) ? 'known' : 'unknown';
}

function uidsOf(moves: readonly MoveAction[]): number[] {
  return moves.map(({ uid }) => uid);
}
