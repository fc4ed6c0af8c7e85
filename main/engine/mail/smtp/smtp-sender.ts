import type { Result } from '../../../../shared/errors.ts';
import type { ServerLogin } from '../account.ts';
import type { OpenSmtp } from './open-smtp.ts';
import { type Envelope, type SendOutcome, sendMessage } from './send-message.ts';

export type SmtpSender = {
  /**
   * Signs in ahead of a message that is about to be written down: both take their time. Nothing of
   * anybody's leaves before it is.
   */
  readonly makeReady: (server: ServerLogin) => void;
  readonly send: (
    server: ServerLogin,
    envelope: Envelope,
    raw: Buffer,
    signal: AbortSignal,
  ) => Promise<SendOutcome>;
  /** Ends a line that nothing was sent on. */
  readonly close: () => void;
};

/** A line is kept ready for this long, in milliseconds; a server may end an idle one after a minute. */
const readyFor = 10_000;

type ReadyLine = {
  readonly login: string;
  readonly opened: Promise<Result<OpenSmtp>>;
  readonly ending: AbortController;
  readonly timer: NodeJS.Timeout;
};

type SmtpSenderOptions = {
  readonly openSmtp: (server: ServerLogin, signal: AbortSignal) => Promise<Result<OpenSmtp>>;
  /** Hears how large a letter the server takes, in bytes; null where it does not say. */
  readonly onLimit: (server: ServerLogin, bytes: number | null) => void;
};

/** Sends messages, each on a line of its own. */
export function createSmtpSender({ openSmtp, onLimit }: SmtpSenderOptions): SmtpSender {
  let ready: ReadyLine | null = null;

  function close(): void {
    const line = take();
    if (line === null) return;
    line.ending.abort();
    void line.opened.then((opened) => opened.ok && opened.value.connection.close());
  }

  function take(): ReadyLine | null {
    const line = ready;
    ready = null;
    if (line !== null) clearTimeout(line.timer);
    return line;
  }

  async function open(server: ServerLogin, signal: AbortSignal): Promise<Result<OpenSmtp>> {
    if (ready !== null && ready.login !== loginOf(server)) close();
    const line = take();
    if (line === null) return openSmtp(server, signal);
    const abort = (): void => line.ending.abort();
    signal.addEventListener('abort', abort, { once: true });
    const opened = await line.opened;
    signal.removeEventListener('abort', abort);
    // The server may have ended it since: then it is as if there had been none. A login that it
    // refused is not tried twice.
    const isGone = opened.ok && opened.value.hasEnded() && !signal.aborted;
    return isGone ? openSmtp(server, signal) : opened;
  }

  return {
    makeReady(server) {
      if (ready !== null) return;
      const ending = new AbortController();
      ready = {
        login: loginOf(server),
        opened: openSmtp(server, ending.signal),
        ending,
        timer: setTimeout(close, readyFor),
      };
    },
    async send(server, envelope, raw, signal) {
      const opened = await open(server, signal);
      if (signal.aborted) {
        if (opened.ok) opened.value.connection.close();
        return { kind: 'cancelled' };
      }
      if (opened.ok) onLimit(server, opened.value.limit);
      if (opened.ok) return sendMessage(opened.value, envelope, raw, signal);
      const { error } = opened;
      return { kind: 'refused', isPermanent: false, byServer: false, error, refusals: [] };
    },
    close,
  };
}

function loginOf(server: ServerLogin): string {
  return JSON.stringify(server);
}
