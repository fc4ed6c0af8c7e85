import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createEgress } from '../../../../main/engine/egress/egress.ts';
import { createRefusals, egressRefusedCode } from '../../../../main/engine/egress/refusals.ts';
import { silentLog } from '../../../../main/engine/log.ts';
import type { Account } from '../../../../main/engine/mail/account.ts';
import { findAccount, saveAccount } from '../../../../main/engine/store/account.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { accountOf } from '../../../support/sync-harness.ts';

const host = '127.0.0.1';
const timeout = 5000;
const refused = { code: egressRefusedCode };

async function listening(): Promise<number> {
  const server: Server = createServer((socket) => socket.end());
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function accountOn(port: number, name = host): Account {
  const server = { host: name, port, user: 'world', password: 'a-password' };
  const trust = { trustedFingerprint: null, trustedCertificate: null };
  return accountOf({ ...server, ...trust, security: 'tls' });
}

function sectionEgress(saved: Account | null) {
  const db = sectionDatabase();
  if (saved !== null) saveAccount(db, saved);
  const refusals = createRefusals({ now: () => 1000, log: silentLog });
  const egress = createEgress({ account: () => findAccount(db), refusals });
  const reach = async (port: number, name = host): Promise<void> => {
    (await egress.connect({ host: name, port }, { timeout })).destroy();
  };
  return { db, egress, refusals, reach };
}

it('reaches the servers of the saved account, and no other port or name of the same computer', async () => {
  const [own, other] = [await listening(), await listening()];
  const { reach, refusals } = sectionEgress(accountOn(own));
  await reach(own);
  await expect(reach(other)).rejects.toMatchObject(refused);
  for (const name of ['localhost', '127.1', '2130706433', '0x7f000001', '::ffff:127.0.0.1']) {
    await expect(reach(own, name), name).rejects.toMatchObject(refused);
  }
  expect(refusals.list()).toEqual(Array(6).fill({ what: 'egress.connect', at: 1000 }));
});

it('looks no name up but those of the account, in any case', async () => {
  const port = await listening();
  const { reach, refusals } = sectionEgress(accountOn(port, 'localhost'));
  await reach(port, 'LocalHost');
  await expect(reach(port, 'mail.invalid')).rejects.toMatchObject(refused);
  expect(refusals.list()).toHaveLength(1);
});

it('leaves the old servers as soon as the account is changed', async () => {
  const [old, changed] = [await listening(), await listening()];
  const { db, reach } = sectionEgress(accountOn(old));
  await reach(old);
  saveAccount(db, accountOn(changed));
  await reach(changed);
  await expect(reach(old)).rejects.toMatchObject(refused);
});

it('reaches where an account has its tokens from, as long as it has them from there', async () => {
  const [mail, provider] = [await listening(), await listening()];
  const { db, reach } = sectionEgress(accountOn(mail));
  await expect(reach(provider)).rejects.toMatchObject(refused);
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: null };
  const tokenEndpoint = `https://${host}:${provider}/token`;
  saveAccount(db, { ...accountOn(mail), tokens: { ...tokens, tokenEndpoint } });
  await reach(provider);
  await reach(mail);
  saveAccount(db, accountOn(mail));
  await expect(reach(provider)).rejects.toMatchObject(refused);
});

it('reaches a server that staff try for as long as they try it', async () => {
  const port = await listening();
  const { egress, reach } = sectionEgress(null);
  await expect(reach(port)).rejects.toMatchObject(refused);
  let endOther: () => void = () => undefined;
  const other = new Promise<void>((resolve) => {
    endOther = resolve;
  });
  const server = { host, port };
  const second = egress.permit([server], () => other);
  await egress.permit([server], () => reach(port));
  await reach(port);
  endOther();
  await second;
  await expect(reach(port)).rejects.toMatchObject(refused);
  await expect(egress.permit([server], () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  await expect(reach(port)).rejects.toMatchObject(refused);
});

it('keeps the newest of very many refusals', () => {
  const refusals = createRefusals({ now: () => 1000, log: silentLog });
  for (let count = 1; count <= 1000; count += 1) refusals.record(`call ${count}`);
  expect(refusals.list()).toHaveLength(200);
  expect(refusals.list().at(-1)).toEqual({ what: 'call 1000', at: 1000 });
});
