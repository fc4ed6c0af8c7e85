import type { ImapFlow } from 'imapflow';
import type { MailReport } from '../../../../shared/model/mail-report.ts';

export type LineReport = {
  /** A connection was made, at a time in milliseconds. What this returns is called when it has ended. */
  readonly made: (client: ImapFlow, at: number) => () => void;
  readonly report: () => Pick<MailReport, 'connection' | 'traffic'>;
};

/** Remembers of a section's connections what somebody would ask who looks for a fault. */
export function createLineReport(): LineReport {
  const before = { received: 0, sent: 0 };
  let current: { readonly client: ImapFlow; readonly since: number } | null = null;
  return {
    made(client, since) {
      current = { client, since };
      return () => {
        const { received, sent } = client.stats();
        before.received += received;
        before.sent += sent;
        current = null;
      };
    },
    report() {
      if (current === null) return { connection: null, traffic: { ...before } };
      const { client, since } = current;
      const { received, sent } = client.stats();
      return {
        connection: {
          since,
          capabilities: [...client.capabilities.keys()].sort(),
          isTold: client.capabilities.has('NOTIFY'),
        },
        traffic: { received: before.received + received, sent: before.sent + sent },
      };
    },
  };
}
