import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { asKilled, findUnfinished, removeSetAside } from '../../support/crash/check-files.ts';
import { checkPromises, whenOpen } from '../../support/crash/check-promises.ts';
import { ageSection, checkAged } from '../../support/crash/migration.ts';
import { newsroom } from '../../support/crash/newsroom.ts';
import { marker, noPromises } from '../../support/crash/promises.ts';
import { seeded } from '../../support/crash/seeded.ts';
import { workUntilKilled } from '../../support/crash/work.ts';
import {
  launchEngineProcess,
  passphrase,
  signInTo,
  startEngineProcess,
} from '../../support/engine-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';

/** `npm run test:crash` sets these; as one test among the others it is a short run. */
const kills = Number(process.env.FUMIBAKO_KILLS ?? 5);
const seed = Number(process.env.FUMIBAKO_SEED ?? Date.now() % 1_000_000);
const report = process.env.FUMIBAKO_CRASH_REPORT;

it(
  `keeps what it has answered, whenever it is killed (seed ${seed})`,
  async () => {
    const random = seeded(seed);
    const dataFolder = temporaryFolder();
    const room = await newsroom(dataFolder);
    onTestFinished(room.stop);
    const promises = noPromises();
    const doing = new Map<string, number>();
    const began = Date.now();
    for (let kill = 1; kill <= kills; kill += 1) {
      const during = new Set<string>();
      // Now and then in the middle of the start itself, which migrates and ends changes of key.
      const isEarly = random.next() < 0.25;
      const isAged = isEarly && (await ageSection(dataFolder));
      const engine = launchEngineProcess(dataFolder);
      const signedIn = signInTo(engine);
      if (isEarly) {
        during.add(isAged ? 'migration' : 'start');
        await Promise.race([signedIn.catch(() => undefined), wait(300 + random.below(1500))]);
        await wait(random.below(100));
      } else {
        await signedIn;
        const work = workUntilKilled({ ...room, engine, random, promises, doing: during });
        await wait(random.below(2500));
        await engine.kill();
        await work;
      }
      await engine.kill();
      await signedIn.catch(() => undefined);
      for (const what of during) doing.set(what, (doing.get(what) ?? 0) + 1);

      const left = asKilled(dataFolder);
      const next = await startEngineProcess(dataFolder);
      try {
        await left.check(passphrase, [marker, room.password]);
        await whenOpen(next);
        await checkPromises(next, promises, room.letters, room.smtp);
        await checkAged(dataFolder);
        await waitFor('what was half done to be gone', () => {
          const unfinished = findUnfinished(dataFolder);
          return unfinished.length === 0;
        });
      } finally {
        left.remove();
        await next.kill();
      }
      removeSetAside(dataFolder);
      if (report !== undefined) process.stdout.write(`kill ${kill} of ${kills}: ${[...during]}\n`);
    }
    const engine = await startEngineProcess(dataFolder);
    await whenOpen(engine);
    await waitFor('every letter', () => room.hasAll(engine), 60_000);
    const arrived = room.smtp.received.length;
    const figures = {
      ...{ kills, seed, seconds: Math.round((Date.now() - began) / 1000) },
      ...{ during: Object.fromEntries(doing), letters: room.delivered() },
      ...{ replies: promises.replies.size, arrived, drafts: promises.drafts.size },
    };
    if (report !== undefined) writeFileSync(report, JSON.stringify(figures));
    expect(arrived).toBeLessThanOrEqual(promises.replies.size);
  },
  60_000 + kills * 15_000,
);
