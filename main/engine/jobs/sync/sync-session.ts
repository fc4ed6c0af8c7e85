import type { ImapFlow } from 'imapflow';
import { notify } from '../../mail/imap/notify.ts';
import { type Folder, findSyncedFolders, hasWork } from '../../store/folders.ts';
import { lastLostPlace } from '../../store/lost-places.ts';
import { catchUp, catchUpIfAllowed, isSelected } from './catch-up.ts';
import { keepFolders } from './keep-folders.ts';
import { needsALook } from './needs-a-look.ts';
import { wantedNow } from './portions.ts';
import { recordDeleted, removeLost } from './remove-lost.ts';
import type { StoreCheckJob } from './store-check.ts';
import type { SyncContext } from './sync-context.ts';
import type { Wakeups } from './wakeups.ts';

/** How often the folders that IDLE does not watch are looked at, in milliseconds. */
const pollInterval = 60_000;

/** While other folders are downloaded, INBOX is looked at so often, in milliseconds. */
const inboxInterval = 5_000;

/** Times that all folders are looked at again at once because something was lost meanwhile. */
const mostRounds = 3;

export type Session = {
  readonly wakeups: Wakeups;
  readonly check: StoreCheckJob;
  readonly caughtUp: () => void;
};

/**
 * Everything on one connection: catches up with INBOX and Sent, then with all other folders, stays
 * and keeps up with what wakes it, until the connection ends or is closed, when it throws.
 */
export async function runSyncSession(
  client: ImapFlow,
  context: SyncContext,
  { wakeups, check, caughtUp }: Session,
): Promise<never> {
  const { db } = context;
  const follow = (isAsked: boolean) => followAll(client, context, { caughtUp, isAsked });
  await notify(client, wakeups.changed);
  // Others may have set marks while nobody looked.
  let settled = await follow(true);
  for (;;) {
    // What came to INBOX while another folder was selected was announced to nobody. Selecting INBOX
    // and releasing it starts IDLE there.
    const [inbox] = findSyncedFolders(db);
    if (inbox !== undefined && !isSelected(client, inbox)) {
      const hasLost = await catchUp(client, context, [inbox]);
      if (hasLost) {
        settled = await follow(false);
        continue;
      }
    }
    caughtUp();
    if (await check.run(client, context, stayNear(client, context))) {
      // What differs is put right.
      settled = await follow(true);
      continue;
    }
    const { reach } = await wakeups.next(client, pollInterval);
    if (reach === 'all' || reach === 'changed') {
      settled = await follow(reach === 'all');
      continue;
    }
    const near = findSyncedFolders(db).filter((folder) =>
      reach === 'inbox' ? folder.role === 'inbox' : isNear(folder) || hasWork(db, folder.id),
    );
    const hasLost = await catchUp(client, context, near);
    recordDeleted(context);
    // What left a folder may be in another one by now.
    if (hasLost) settled = await follow(false);
    // What was kept for staff who have finished since.
    else await removeLost(context, settled);
  }
}

/** What staff wait for. */
function isNear({ role }: Folder): boolean {
  return role === 'inbox' || role === 'sent';
}

type Round = {
  readonly caughtUp: () => void;
  /** Also for what a server does not tell of a folder from outside. */
  readonly isAsked: boolean;
};

/**
 * Looks at every folder until nothing is lost that may be elsewhere, and removes what is nowhere. Returns
 * the last lost place since which every folder was looked at.
 */
async function followAll(client: ImapFlow, context: SyncContext, round: Round): Promise<number> {
  const { db } = context;
  for (let rounds = 1; ; rounds += 1) {
    const before = lastLostPlace(db);
    await lookEverywhere(client, context, round);
    recordDeleted(context);
    await removeLost(context, before);
    if (lastLostPlace(db) <= before || rounds === mostRounds) return before;
  }
}

async function lookEverywhere(
  client: ImapFlow,
  context: SyncContext,
  { caughtUp, isAsked }: Round,
): Promise<void> {
  const { db } = context;
  const statuses = await keepFolders(client, context);
  const folders = findSyncedFolders(db);
  const near = folders.filter(isNear);
  await catchUp(client, context, near);
  const wanted = wantedNow(context);
  const others = folders.filter(
    (folder) =>
      !isNear(folder) && needsALook(context, folder, statuses.get(folder.path), isAsked, wanted),
  );
  if (others.length > 0) caughtUp();
  const lookNear = stayNear(client, context);
  for (const folder of others) {
    await catchUpIfAllowed(client, context, folder, lookNear);
    await lookNear();
  }
}

/** During long work elsewhere: looks at what staff wait for, when it is time to. */
function stayNear(client: ImapFlow, context: SyncContext): () => Promise<void> {
  const { db, clock } = context;
  let lookedAt = clock.now();
  return async () => {
    if (clock.now() - lookedAt < inboxInterval) return;
    await catchUp(client, context, findSyncedFolders(db).filter(isNear));
    lookedAt = clock.now();
  };
}
