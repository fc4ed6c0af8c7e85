import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { listFolders } from '../../../../../main/engine/store/folder-list.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { scriptedServer } from '../../../../support/scripted-server.ts';
import { storedFolder } from '../../../../support/stored-inbox.ts';
import { accountOf, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const raw = 'From: Hana <hana@example.com>\r\nSubject: 港\r\n\r\nText\r\n';
const size = Buffer.byteLength(raw);
const date = '02-Nov-2026 10:00:00 +0900';

/** RFC 6855: names are UTF-8 once the client has said that it takes them. No server of Debian's has it. */
const answers: readonly (readonly [RegExp, (command: string) => string])[] = [
  [/^CAPABILITY/i, () => '* CAPABILITY IMAP4rev1 ENABLE UTF8=ACCEPT\r\n'],
  [/^ENABLE .*UTF8=ACCEPT/i, () => '* ENABLED UTF8=ACCEPT\r\n'],
  [/^LIST "" ""/i, () => '* LIST (\\Noselect) "/" ""\r\n'],
  [/^LIST/i, () => '* LIST () "/" INBOX\r\n* LIST () "/" "報道/アジア & 太平洋"\r\n'],
  [/^LSUB/i, () => '* LSUB () "/" "報道/アジア & 太平洋"\r\n'],
  [
    /^STATUS/i,
    (command) => `* ${command.replace(/ \(.*/, '')} (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 7)\r\n`,
  ],
  [
    /^(SELECT|EXAMINE)/i,
    (command) =>
      `* ${/報道/.test(command) ? 1 : 0} EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\n`,
  ],
  [/^UID SEARCH/i, () => '* SEARCH 1\r\n'],
  [
    /^UID FETCH.*BODY/i,
    () => `* 1 FETCH (UID 1 FLAGS (\\Seen) INTERNALDATE "${date}" BODY[] {${size}}\r\n${raw})\r\n`,
  ],
];

function answer(heard: string, socket: Socket): void {
  const line = Buffer.from(heard, 'latin1').toString('utf8').trimEnd();
  const [tag = '*', ...words] = line.split(' ');
  const command = words.join(' ');
  const [, untagged] = answers.find(([what]) => what.test(command)) ?? [];
  socket.write(`${untagged?.(command) ?? ''}${tag} OK done\r\n`);
}

it('reads and says the names of folders in UTF-8 where the server takes them', async () => {
  const { port, heard } = await scriptedServer((socket) => socket.write('* OK ready\r\n'), answer);
  const { login } = await meddlingProxy(
    { host: '127.0.0.1', imapPort: port, password: 'a-mailbox-password' },
    'hana',
  );
  const { db, catchUp } = syncHarness(accountOf(login));
  await catchUp();
  await waitFor('the folder', () => storedFolder(db, '報道/アジア & 太平洋').length === 1);
  expect(storedFolder(db, '報道/アジア & 太平洋')).toEqual([
    { uid: 1, flags: ['\\Seen'], raw: Buffer.from(raw).toString('latin1') },
  ]);
  expect(listFolders(db).map(({ names }) => names)).toContainEqual(['報道', 'アジア & 太平洋']);
  expect(Buffer.from(heard(), 'latin1').toString('utf8')).toContain('"報道/アジア & 太平洋"');
});
