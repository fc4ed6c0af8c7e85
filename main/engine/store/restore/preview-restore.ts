import type { RestorePreview } from '../../../../shared/model/backup.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { countNewerDrafts } from './drafts.ts';
import { findLaterErasures } from './erasures.ts';
import { countHeldReplies, findNewerReplies } from './replies.ts';

/** What would change; the present database is null when it does not open. */
export function previewRestore(
  current: SectionDatabase | null,
  backup: SectionDatabase,
): RestorePreview {
  const held = countHeldReplies(current, backup);
  if (current === null) {
    const newer = { messages: 0, drafts: 0, replies: 0, lostDrafts: 0, erasures: 0 };
    return { backup: countsOf(backup), current: null, newer, held };
  }
  const drafts = countNewerDrafts(current, backup);
  return {
    backup: countsOf(backup),
    current: countsOf(current),
    newer: {
      messages: countNewerMessages(current, backup),
      drafts: drafts.taken,
      replies: findNewerReplies(current, backup).length,
      lostDrafts: drafts.lost,
      erasures: findLaterErasures(current, backup).length,
    },
    held,
  };
}

function countsOf(db: SectionDatabase): RestorePreview['backup'] {
  const count = (sql: string) => statement<{ count: number }>(db, sql).get()?.count ?? 0;
  return {
    messages: count('SELECT count(*) AS count FROM message'),
    conversations: count('SELECT count(*) AS count FROM conversation'),
    drafts: count('SELECT count(*) AS count FROM draft'),
    outbox: count('SELECT count(*) AS count FROM outbox_item WHERE filed = 0'),
  };
}

function countNewerMessages(current: SectionDatabase, backup: SectionDatabase): number {
  const hashes = 'SELECT hex(content_hash) AS hash FROM message';
  const known = new Set<string>();
  for (const { hash } of statement<{ hash: string }>(backup, hashes).iterate()) known.add(hash);
  let newer = 0;
  for (const { hash } of statement<{ hash: string }>(current, hashes).iterate()) {
    if (!known.has(hash)) newer += 1;
  }
  return newer;
}
