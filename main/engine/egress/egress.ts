import type { Account } from '../mail/account.ts';
import { httpsServer } from './https-fetch.ts';
import { type Connect, openSocket, type ServerAddress } from './open-socket.ts';
import { egressRefused, type Refusals } from './refusals.ts';

export type EgressDependencies = {
  /** Asked at every connection, so that a changed account takes its old servers with it. */
  readonly account: () => Account | null;
  readonly refusals: Refusals;
};

/**
 * One section's door to the network: it opens to the section's own mail servers and to where its
 * account has its tokens from, nothing else.
 */
export type Egress = {
  /** Rejects with `egressRefused`, on record, for any other host or port. */
  readonly connect: Connect;
  /** Lets through to these servers as well until the work is done: staff try them, unsaved. */
  readonly permit: <T>(servers: readonly ServerAddress[], work: () => Promise<T>) => Promise<T>;
};

export function createEgress({ account, refusals }: EgressDependencies): Egress {
  const permits = new Set<readonly ServerAddress[]>();

  function isAllowed(server: ServerAddress): boolean {
    const saved = account();
    const own = saved === null ? [] : serversOf(saved);
    return [...own, ...[...permits].flat()].some((allowed) => isSameServer(allowed, server));
  }

  return {
    async connect(server, options) {
      if (isAllowed(server)) return openSocket(server, options);
      refusals.record('egress.connect');
      throw egressRefused('egress.connect');
    },
    async permit(servers, work) {
      // A copy of its own: two tests of one server end on their own.
      const permit = [...servers];
      permits.add(permit);
      try {
        return await work();
      } finally {
        permits.delete(permit);
      }
    },
  };
}

function serversOf({ imap, smtp, tokens }: Account): readonly ServerAddress[] {
  return [imap, smtp, ...(tokens === undefined ? [] : [httpsServer(tokens.tokenEndpoint)])];
}

/** By name as staff wrote it: where its addresses lead is the certificate's to prove. */
function isSameServer(one: ServerAddress, other: ServerAddress): boolean {
  // RFC 4343: upper and lower case name the same host.
  return one.host.toLowerCase() === other.host.toLowerCase() && one.port === other.port;
}
