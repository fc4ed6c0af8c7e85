import { errorKind } from '../../error-kind.ts';
import { findMailToFile } from '../../store/outbox-items.ts';
import { fileCopies } from './file-copies.ts';
import { lookForDoubtful, untilNextLook } from './look-for-doubtful.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';

/** How long until what could not be filed or looked for is tried again, in milliseconds. */
const tendingRetry = 60_000;

/**
 * Files the copies of what was sent, and looks for what is in doubt. Gives how long until it is worth
 * doing again, in milliseconds; null when there is nothing to do.
 */
export async function tendMailbox(
  deps: OutboxDependencies,
  signal: AbortSignal,
): Promise<number | null> {
  const account = deps.account();
  const isIdle = () =>
    findMailToFile(deps.db).length === 0 && untilNextLook(deps.db, deps.clock.now()) === null;
  if (account === null || isIdle()) return null;
  const opened = await deps.openImap(account.imap, signal);
  if (!opened.ok) return tendingRetry;
  const client = opened.value;
  const abort = (): void => client.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await lookForDoubtful(deps, client);
    const areAllFiled = await fileCopies(deps, client, account.smtp.host);
    const look = untilNextLook(deps.db, deps.clock.now());
    return areAllFiled ? look : Math.min(look ?? tendingRetry, tendingRetry);
  } catch (error) {
    // It stays as it is in the store and is tried again; the sync shows what is wrong with the line.
    deps.log('outbox.filing-failed', errorKind(error));
    return tendingRetry;
  } finally {
    signal.removeEventListener('abort', abort);
    await client.logout().catch(() => client.close());
  }
}
