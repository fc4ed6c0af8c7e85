import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ImapTransport, ImapTransportOptions } from 'imapflow';

/** Gives imapflow a connection that stands already: it opens none and looks nothing up itself. */
export function imapTransport(socket: Socket): ImapTransport {
  function secure({ host, tls }: ImapTransportOptions, done: () => void) {
    return connectTls({ ...tls, socket, host }, done);
  }
  return {
    connect(options, connected) {
      if (options.secure) return secure(options, connected);
      setImmediate(connected);
      return socket;
    },
    upgrade: (_plain, options, secured) => secure(options, secured),
  };
}
