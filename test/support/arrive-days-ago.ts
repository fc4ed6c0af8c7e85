import { openSocket as connect } from '../../main/engine/egress/open-socket.ts';
import { openImap } from '../../main/engine/mail/imap/open-imap.ts';
import type { Dovecot } from './dovecot.ts';
import { loginTo } from './sync-harness.ts';

const day = 24 * 60 * 60_000;

/** Puts a letter into a user's folder as if it had come so many days ago (INTERNALDATE). */
export async function arriveDaysAgo(
  dovecot: Dovecot,
  user: string,
  raw: string,
  daysAgo: number,
  folder = 'INBOX',
): Promise<void> {
  const opened = await openImap(loginTo(dovecot, user), { connect });
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.append(folder, raw, [], new Date(Date.now() - daysAgo * day));
  await opened.value.logout();
}
