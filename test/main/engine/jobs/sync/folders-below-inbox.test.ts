import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findConversations } from '../../../../../main/engine/store/conversations.ts';
import { listFolders } from '../../../../../main/engine/store/folder-list.ts';
import { planFolder } from '../../../../../main/engine/store/folders.ts';
import { findMoving, moveMessages } from '../../../../../main/engine/store/moves.ts';
import { otherClient } from '../../../../support/convergence/other-client.ts';
import { type Cyrus, cyrusPrograms, startCyrus } from '../../../../support/cyrus.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { storedFolder } from '../../../../support/stored-inbox.ts';
import { accountOf, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

describe.skipIf(cyrusPrograms === undefined)(
  'on a server that has every folder below INBOX',
  () => {
    let cyrus: Cyrus;
    beforeAll(async () => {
      cyrus = await startCyrus({ isBelowInbox: true });
    });
    afterAll(() => cyrus.stop());

    it('knows their parts and levels, and makes one where the server wants it', async () => {
      const client = await otherClient(cyrus, 'hana', 'INBOX.Elsewhere');
      await client.create('INBOX.報道');
      await client.create('INBOX.報道.アジア');
      const raw =
        'From: Hana <hana@example.com>\r\nTo: world@minato.example\r\nSubject: one\r\n' +
        'Message-ID: <one@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nText\r\n';
      await client.append('INBOX', raw, []);
      await client.append('INBOX.報道.アジア', raw.replaceAll('one', 'two'), ['\\Flagged']);
      const { login } = await meddlingProxy(cyrus, 'hana');
      const { db, catchUp, job } = syncHarness(accountOf(login));
      await catchUp();
      await waitFor('the folder', () => storedFolder(db, 'INBOX.報道.アジア').length === 1);
      expect(storedFolder(db, 'INBOX.報道.アジア')).toEqual(
        await client.messages('INBOX.報道.アジア'),
      );
      const named = listFolders(db).map(({ role, names }) => [role, names.join(' > ')]);
      expect(named).toEqual(
        expect.arrayContaining([
          ['inbox', 'INBOX'],
          ['sent', 'INBOX > Sent'],
          ['other', 'INBOX > 報道 > アジア'],
        ]),
      );
      const archive = planFolder(db, 'archive', 'Archive');
      const [letter] = findConversations(db, {
        ...{ view: 'inbox', search: null, offset: 0, limit: 9 },
      }).items;
      if (letter === undefined) throw new Error('no letter');
      moveMessages(db, findMoving(db, letter.id, 'inbox', archive.id));
      job.poke();
      await waitFor('the move', () => storedFolder(db, 'INBOX.Archive').length === 1);
      expect(await client.messages('INBOX.Archive')).toMatchObject([{ raw }]);
      expect(await client.messages('INBOX')).toEqual([]);
      await client.end();
    });
  },
);
