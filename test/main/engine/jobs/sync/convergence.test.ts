import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { otherClient } from '../../../../support/convergence/other-client.ts';
import { runSteps } from '../../../../support/convergence/run-steps.ts';
import { type Step, step } from '../../../../support/convergence/steps.ts';
import { syncProcess } from '../../../../support/convergence/sync-process.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { accountOf } from '../../../../support/sync-harness.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** `npm run test:convergence` sets these; as one test among the others it is a short run. */
const sequences = Number(process.env.FUMIBAKO_SEQUENCES ?? 6);
const seed = Number(process.env.FUMIBAKO_SEED ?? Date.now() % 1_000_000);

/** What a server offers decides by which way we go. */
const servers: Readonly<Record<string, string | undefined>> = {
  'all that Dovecot offers': undefined,
  'no MOVE and no count of changes': 'IMAP4rev1 IDLE UIDPLUS',
};
const dovecots = new Map<string, Dovecot>();
beforeAll(async () => {
  for (const [name, capability] of Object.entries(servers))
    dovecots.set(name, await startDovecot([], capability === undefined ? {} : { capability }));
});
afterAll(async () => {
  for (const dovecot of dovecots.values()) await dovecot.stop();
});

let users = 0;
async function converges(name: string, steps: readonly Step[]): Promise<void> {
  const dovecot = dovecots.get(name);
  if (dovecot === undefined) throw new Error(name);
  users += 1;
  const user = `user${users}`;
  const { login, meddling } = await meddlingProxy(dovecot, user);
  const client = await otherClient(dovecot, user);
  const sync = syncProcess(temporaryFolder(), accountOf(login));
  try {
    const { copies, left } = await runSteps({ sync, client, meddling }, steps);
    // Nothing is lost. A server without MOVE may be asked for a copy twice over a bad line.
    for (const [id, copied] of copies)
      if (servers[name] === undefined) expect([id, left.get(id)]).toEqual([id, copied]);
      else expect(left.get(id) ?? 0).toBeGreaterThanOrEqual(copied);
  } finally {
    await sync.end();
    await client.end();
  }
}

it.each(Object.keys(servers))(
  `comes to agree with the server, whatever both do and however bad the line is: %s (seed ${seed})`,
  async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), (steps) =>
        converges(name, steps),
      ),
      { numRuns: Math.ceil(sequences / 2), seed, endOnFailure: true },
    );
  },
  sequences * 60_000,
);
