import { ImapFlow } from 'imapflow';
import type { PlainServer } from '../meddling-proxy.ts';

/** Where this program puts what is to be gone for us: it is not subscribed there. */
export const elsewhere = 'Elsewhere';

export type ServerMessage = {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly raw: string;
};

/** Another program at the same account, which does what it is told. */
export type OtherClient = {
  /** Those that it is subscribed to, and those that play a part. */
  readonly folders: () => Promise<readonly string[]>;
  readonly messages: (path: string) => Promise<readonly ServerMessage[]>;
  readonly append: (path: string, raw: string, flags: string[]) => Promise<void>;
  readonly flag: (path: string, uid: number, flag: string, isSet: boolean) => Promise<void>;
  readonly move: (path: string, uid: number, to: string) => Promise<void>;
  /** Says how many copies were made. */
  readonly copy: (path: string, uid: number, to: string) => Promise<number>;
  readonly create: (path: string) => Promise<void>;
  readonly rename: (path: string, to: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function otherClient(
  server: PlainServer,
  user: string,
  hidden = elsewhere,
): Promise<OtherClient> {
  const client = new ImapFlow({
    host: server.host,
    port: server.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: server.password },
    logger: false,
  });
  client.on('error', () => undefined);
  await client.connect();
  await client.mailboxCreate(hidden);
  await client.mailboxUnsubscribe(hidden);

  async function within<T>(path: string, work: () => Promise<T>): Promise<T> {
    const lock = await client.getMailboxLock(path);
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
  const one = (uid: number) => [`${uid}`, { uid: true }] as const;

  return {
    folders: async () =>
      (await client.list())
        .filter(({ path, subscribed }) => subscribed || path === 'INBOX' || path === 'Archive')
        .map(({ path }) => path),
    messages: (path) =>
      within(path, async () => {
        const found: ServerMessage[] = [];
        // Selected a moment ago, or long before: what came since is asked for.
        await client.noop();
        if (client.mailbox === false || client.mailbox.exists === 0) return found;
        for await (const { uid, flags, source } of client.fetch(
          '1:*',
          { uid: true, flags: true, source: true },
          { uid: true },
        ))
          found.push({
            uid,
            flags: [...(flags ?? [])].filter((flag) => flag !== '\\Recent').sort(),
            raw: source?.toString('latin1') ?? '',
          });
        return found.sort((a, b) => a.uid - b.uid);
      }),
    append: async (path, raw, flags) => void (await client.append(path, raw, flags)),
    flag: (path, uid, flag, isSet) =>
      within(path, async () => {
        const [range, options] = one(uid);
        if (isSet) await client.messageFlagsAdd(range, [flag], options);
        else await client.messageFlagsRemove(range, [flag], options);
      }),
    move: (path, uid, to) =>
      within(path, async () => {
        const [range, options] = one(uid);
        await client.messageMove(range, to, options);
      }),
    copy: (path, uid, to) =>
      within(path, async () => {
        const [range, options] = one(uid);
        const copied = await client.messageCopy(range, to, options);
        return copied === false ? 0 : (copied?.uidMap?.size ?? 0);
      }),
    create: async (path) => void (await client.mailboxCreate(path)),
    async rename(path, to) {
      await client.mailboxRename(path, to);
      await client.mailboxUnsubscribe(path);
      await client.mailboxSubscribe(to);
    },
    end: () => client.logout(),
  };
}
