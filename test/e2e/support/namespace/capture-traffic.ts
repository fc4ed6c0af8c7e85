import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Packet } from '../../../support/traffic/packet.ts';
import { readCapture } from '../../../support/traffic/read-capture.ts';
import { waitFor } from '../../../support/wait-for.ts';

/** Long enough for what is on its way when the capture is stopped, in ms. */
const settleMs = 1000;

/** Keeps every packet of the namespace, on whatever interface, until it is told to stop. */
export async function captureTraffic(
  file: string,
): Promise<{ readonly stop: () => Promise<Packet[]> }> {
  const tcpdump = spawn(
    'tcpdump',
    // All interfaces, whole packets, a roomy buffer, no names looked up, as whoever started it.
    ['-i', 'any', '-s', '0', '-B', '65536', '-n', '-Z', 'root', '--immediate-mode', '-w', file],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } },
  );
  let output = '';
  tcpdump.stderr.on('data', (data: Buffer) => {
    output += data.toString();
  });
  await waitFor('tcpdump to listen', () => {
    if (tcpdump.exitCode !== null) throw new Error(`tcpdump ended: ${output}`);
    return output.includes('listening on any');
  });
  return {
    async stop() {
      await wait(settleMs);
      const ended = once(tcpdump, 'exit');
      tcpdump.kill('SIGINT');
      await ended;
      // A capture with holes proves nothing.
      if (!/^0 packets dropped by kernel/m.test(output)) throw new Error(output);
      return readCapture(readFileSync(file));
    },
  };
}
