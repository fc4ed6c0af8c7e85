import { setTimeout as wait } from 'node:timers/promises';
import { refreshConversation } from '../../../main/engine/store/conversation-summaries.ts';
import { planFolder } from '../../../main/engine/store/folders.ts';
import { inTransaction } from '../../../main/engine/store/in-transaction.ts';
import { moveMessages } from '../../../main/engine/store/moves.ts';
import type { SectionDatabase } from '../../../main/engine/store/open-database.ts';
import {
  markConversationFlagged,
  markConversationSeen,
} from '../../../main/engine/store/seen-actions.ts';
import { tagMessages } from '../../../main/engine/store/tags.ts';
import type { ConversationId, FolderId, MessageId } from '../../../shared/ids.ts';
import type { MovedMessage } from '../../../shared/model/folder.ts';
import type { MeddlingProxy } from '../meddling-proxy.ts';
import { findDifference } from './compare.ts';
import { elsewhere, type OtherClient, type ServerMessage } from './other-client.ts';
import type { Step } from './steps.ts';
import type { SyncProcess } from './sync-process.ts';

type Room = {
  readonly sync: SyncProcess;
  readonly client: OtherClient;
  readonly meddling: MeddlingProxy['meddling'];
};

/** Milliseconds for everything to be equal once the line is good again. */
const patience = 20_000;

/** Does the steps in order; throws where the store and the server do not come to agree. */
export async function runSteps({ sync, client, meddling }: Room, steps: readonly Step[]) {
  const { db } = sync;
  /** Of each letter, by its Message-ID, how many there are in the account. */
  const copies = new Map<string, number>();
  let lastMoves: readonly MovedMessage[] = [];
  const contest = createContest();

  async function settle(): Promise<void> {
    Object.assign(meddling, { cutAfter: Infinity, silentAfter: Infinity, pieces: Infinity });
    const end = Date.now() + patience;
    for (let look = 0; ; look += 1) {
      if (look % 8 === 0) sync.look();
      const difference = await findDifference(db, client);
      if (difference === null) return contest.end();
      if (Date.now() > end) throw new Error(`${difference}\n${sync.words()}`);
      await wait(60);
    }
  }

  async function choose(number: number): Promise<{ path: string; message: ServerMessage } | null> {
    const all: { path: string; message: ServerMessage }[] = [];
    for (const path of await client.folders())
      for (const message of await client.messages(path)) all.push({ path, message });
    return all[number % Math.max(1, all.length)] ?? null;
  }
  const folderAt = async (number: number): Promise<string> => {
    const folders = await client.folders();
    return folders[number % folders.length] ?? 'INBOX';
  };

  type Place = { messageId: MessageId; folderId: FolderId; conversationId: ConversationId };
  function ours(number: number): Place | null {
    const places = db
      .prepare(
        `SELECT p.message_id AS messageId, p.folder_id AS folderId,
           m.conversation_id AS conversationId
         FROM message_place p JOIN message m ON m.id = p.message_id ORDER BY 1, 2`,
      )
      .all() as Place[];
    return places[number % Math.max(1, places.length)] ?? null;
  }
  const headerId = db.prepare('SELECT header_message_id FROM message WHERE id = ?').pluck();
  function move(moves: readonly MovedMessage[]): void {
    for (const { messageId } of moves) contest.moved('ours', `<${headerId.get(messageId)}>`);
    moveMessages(db, moves);
    lastMoves = moves.map(({ messageId, from, to }) => ({ messageId, from: to, to: from }));
    sync.poke();
  }

  let letters = 0;
  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'append': {
        letters += 1;
        const id = step.isTwin ? 1 : letters;
        const raw =
          `From: Hana <hana@example.com>\r\nTo: world@minato.example\r\nSubject: ${id}\r\n` +
          `Message-ID: <${id}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\n` +
          `Text of ${`${letters}`.padStart(4, '0')}\r\n`;
        copies.set(`<${id}@example.com>`, (copies.get(`<${id}@example.com>`) ?? 0) + 1);
        return client.append(await folderAt(step.folder), raw, step.seen ? ['\\Seen'] : []);
      }
      case 'their-flag': {
        const chosen = await choose(step.message);
        if (chosen) await client.flag(chosen.path, chosen.message.uid, step.flag, step.isSet);
        return;
      }
      case 'their-move': {
        const [chosen, to] = [await choose(step.message), await folderAt(step.folder)];
        if (chosen === null || to === chosen.path) return;
        contest.moved('theirs', messageIdOf(chosen.message));
        return client.move(chosen.path, chosen.message.uid, to);
      }
      case 'their-copy': {
        const [chosen, to] = [await choose(step.message), await folderAt(step.folder)];
        if (chosen === null) return;
        const made = await client.copy(chosen.path, chosen.message.uid, to);
        const id = messageIdOf(chosen.message);
        copies.set(id, (copies.get(id) ?? 0) + made);
        return;
      }
      case 'their-removal': {
        const chosen = await choose(step.message);
        if (chosen === null) return;
        contest.moved('theirs', messageIdOf(chosen.message));
        return client.move(chosen.path, chosen.message.uid, elsewhere);
      }
      case 'their-folder':
        return client.create(`Desk ${(await client.folders()).length} 報道`);
      case 'their-rename': {
        const path = await folderAt(step.folder);
        const isOwn = ['INBOX', 'Sent'].includes(path);
        return isOwn ? undefined : client.rename(path, `${path.slice(0, 20)} ${letters}`);
      }
      case 'seen':
      case 'flag': {
        const place = ours(step.message);
        const mark = step.do === 'seen' ? markConversationSeen : markConversationFlagged;
        if (place && mark(db, place.conversationId, step.isSet)) sync.poke();
        return;
      }
      case 'tag': {
        const place = ours(step.message);
        if (place && tag(db, place.conversationId, step.isSet)) sync.poke();
        return;
      }
      case 'move': {
        const place = ours(step.message);
        const folders = db
          .prepare('SELECT id FROM folder WHERE is_synced = 1 ORDER BY path')
          .pluck()
          .all() as FolderId[];
        const to = [planFolder(db, 'archive', 'Archive').id, ...folders][
          step.folder % (folders.length + 1)
        ];
        if (place === null || to === undefined || to === place.folderId) return;
        return move([{ messageId: place.messageId, from: place.folderId, to }]);
      }
      case 'undo':
        return move(lastMoves.filter(({ to }) => exists(to)));
      case 'cut':
        meddling.cutAfter = step.bytes;
        return;
      case 'stall':
        meddling.silentAfter = step.bytes;
        return;
      case 'slow':
        meddling.pieces = step.bytes;
        return;
      case 'kill':
        await sync.kill();
        sync.look();
        return;
      case 'wait':
        return wait(step.ms);
      case 'settle':
        return settle();
    }
  }
  const exists = (id: FolderId) =>
    db.prepare('SELECT 1 FROM folder WHERE id = ?').get(id) !== undefined;

  for (const folder of [0, 0, 0, 1, 1])
    await take({ do: 'append', folder, seen: false, isTwin: false });
  await settle();
  for (const step of steps) await take(step);
  await settle();
  return { copies, left: await count(client), contested: contest.ids };
}

/** The keyword that the other program sets as well. */
function tag(db: SectionDatabase, conversationId: ConversationId, isSet: boolean): boolean {
  return inTransaction(db, () => {
    const isChanged = tagMessages(db, conversationId, { keyword: '$Label1', isSet });
    if (isChanged) refreshConversation(db, conversationId);
    return isChanged;
  });
}

/** Which letters two programs moved before they agreed: servers make two of such a one. */
function createContest() {
  const since = { ours: new Set<string>(), theirs: new Set<string>() };
  const ids = new Set<string>();
  return {
    ids,
    moved(by: keyof typeof since, id: string): void {
      since[by].add(id);
      if (since.ours.has(id) && since.theirs.has(id)) ids.add(id);
    },
    end(): void {
      since.ours.clear();
      since.theirs.clear();
    },
  };
}

function messageIdOf({ raw }: ServerMessage): string {
  return /^Message-ID: (.*)\r$/m.exec(raw)?.[1] ?? '';
}

/** How many of each letter the account has, also where we do not look. */
async function count(client: OtherClient): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const path of [...(await client.folders()), elsewhere])
    for (const message of await client.messages(path)) {
      const id = messageIdOf(message);
      if (!message.flags.includes('\\Deleted')) found.set(id, (found.get(id) ?? 0) + 1);
    }
  return found;
}
