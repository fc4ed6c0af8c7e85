import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { otherClient } from '../../../../support/convergence/other-client.ts';
import { runSteps } from '../../../../support/convergence/run-steps.ts';
import { type Step, step } from '../../../../support/convergence/steps.ts';
import { syncProcess } from '../../../../support/convergence/sync-process.ts';
import { type Cyrus, cyrusPrograms, startCyrus } from '../../../../support/cyrus.ts';
import { startDovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { accountOf } from '../../../../support/sync-harness.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** `npm run test:convergence` sets these. */
const sequences = Number(process.env.FUMIBAKO_SEQUENCES ?? 25);
const seed = Number(process.env.FUMIBAKO_SEED ?? Date.now() % 1_000_000);

/** What a server offers decides by which way we go. */
const exact = 'all that Dovecot offers';
const servers: Readonly<Record<string, () => Promise<Cyrus>>> = {
  [exact]: () => startDovecot([]),
  'Dovecot without MOVE and a count of changes': () =>
    startDovecot([], { capability: 'IMAP4rev1 IDLE UIDPLUS' }),
  Cyrus: startCyrus,
};
const names = Object.keys(servers);
const started = new Map<string, Cyrus>();
beforeAll(async () => {
  for (const [name, start] of Object.entries(servers))
    if (start !== startCyrus || cyrusPrograms !== undefined) started.set(name, await start());
});
afterAll(async () => {
  for (const server of started.values()) await server.stop();
});

let users = 0;
async function converges(name: string, steps: readonly Step[]): Promise<void> {
  const server = started.get(name);
  if (server === undefined) throw new Error(name);
  users += 1;
  const user = `user${users}`;
  const { login, meddling } = await meddlingProxy(server, user);
  const client = await otherClient(server, user);
  const sync = syncProcess(temporaryFolder(), accountOf(login));
  try {
    const { copies, left } = await runSteps({ sync, client, meddling }, steps);
    // Nothing is lost. A server without MOVE may be asked for a copy twice over a bad line; Cyrus copies
    // and then deletes, and makes two of a letter that two programs move at once (206 times of 300).
    for (const [id, copied] of copies)
      if (name === exact) expect([id, left.get(id)]).toEqual([id, copied]);
      else expect(left.get(id) ?? 0).toBeGreaterThanOrEqual(copied);
  } finally {
    await sync.end();
    await client.end();
  }
}

it.for(names)(
  `comes to agree with the server, whatever both do and however bad the line is: %s (seed ${seed})`,
  { timeout: sequences * 60_000 },
  async (name, { skip }) => {
    if (!started.has(name)) skip(`no ${name} on this machine`);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), (steps) =>
        converges(name, steps),
      ),
      { numRuns: Math.ceil(sequences / names.length), seed, endOnFailure: true },
    );
  },
);
