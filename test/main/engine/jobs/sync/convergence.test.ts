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
const withoutMove = 'Dovecot without MOVE and a count of changes';
const servers: Readonly<Record<string, () => Promise<Cyrus>>> = {
  'all that Dovecot offers': () => startDovecot([]),
  [withoutMove]: () => startDovecot([], { capability: 'IMAP4rev1 IDLE UIDPLUS' }),
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
    const { copies, left, contested } = await runSteps({ sync, client, meddling }, steps);
    // Nothing is lost, and nothing doubled, but for a letter that two programs move at once: a server
    // copies and then deletes, and makes two of it (Dovecot 52 times of 300, Cyrus 206). Without MOVE a
    // copy may be asked for twice over a bad line, and another program's be taken for it.
    for (const [id, copied] of copies) {
      const found = left.get(id) ?? 0;
      if (name === withoutMove) expect(found).toBeGreaterThan(0);
      else if (contested.has(id)) expect(found).toBeGreaterThanOrEqual(copied);
      else expect([id, found]).toEqual([id, copied]);
    }
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
