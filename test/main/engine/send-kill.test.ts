import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { ConversationId } from '../../../shared/ids.ts';
import { seeded } from '../../support/crash/seeded.ts';
import { type EngineProcess, startEngineProcess } from '../../support/engine-process.ts';
import { answer, mailRoom, sectionId } from '../../support/sending/mail-room.ts';
import type { SmtpStage } from '../../support/smtp-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';

/** `npm run test:send` sets these; as one test among the others it is a short run. */
const kills = Number(process.env.FUMIBAKO_KILLS ?? 5);
const seed = Number(process.env.FUMIBAKO_SEED ?? Date.now() % 1_000_000);
const report = process.env.FUMIBAKO_SEND_REPORT;

const stages = ['connect', 'auth', 'mail', 'rcpt', 'data', 'taken', 'answered'] as const;

type Letter = {
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly token: string;
};

it(
  `has each letter arrive once or says that it does not know, whenever it is killed (seed ${seed})`,
  async () => {
    const random = seeded(seed);
    const dataFolder = temporaryFolder();
    let reached: (stage: SmtpStage) => void = () => undefined;
    const room = await mailRoom(dataFolder, {
      reached: (stage) => reached(stage),
      // Every second letter, so that both kinds of server are met.
      files: (raw) => /Answer \d*[02468] /.test(raw.toString()),
    });
    onTestFinished(room.stop);
    const letters: Letter[] = [];
    const moments = new Map<string, number>();
    const began = Date.now();
    let { engine } = room;

    for (let kill = 1; kill <= kills; kill += 1) {
      const undoSeconds = random.next() < 0.15 ? 5 : 0;
      await engine.ask('settings.change', { sectionId, change: { undoSeconds } });
      const moment = random.next() < 0.3 ? 'any' : random.pick(stages);
      moments.set(moment, (moments.get(moment) ?? 0) + 1);
      const killing = killAt(moment);
      const batch = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
        conversationId: random.pick(room.conversations),
        text: `Answer ${letters.length + index} ${randomUUID()}`,
        token: randomUUID(),
      }));
      letters.push(...batch);
      await Promise.all([killing, sendUntilKilled(engine, batch)]);
      reached = () => undefined;
      engine = await startEngineProcess(dataFolder);
      await checkNothingLost(engine, batch);
      if (report !== undefined) process.stdout.write(`kill ${kill} of ${kills}: ${moment}\n`);
    }

    // What the server filed is found there, so that nobody is asked about it.
    const doubtful = await waitFor(
      'everything to be settled',
      async () => {
        const items = await engine.ask('outbox.list', { sectionId });
        const filed = await room.sentCopies();
        const isSettled = items.every(
          ({ state, text }) => state === 'uncertain' && !filed.some((raw) => raw.includes(text)),
        );
        return isSettled ? items : null;
      },
      120_000,
    );
    const isDoubtful = ({ text }: Letter) => doubtful.some((item) => item.text === text);
    const arrived = room.smtp.received.map(({ raw }) => raw.toString());
    const copies = await room.sentCopies();
    const times = (among: readonly string[], { text }: Letter) =>
      among.filter((raw) => raw.includes(text)).length;
    const figures = {
      ...{ kills, seed, seconds: Math.round((Date.now() - began) / 1000) },
      ...{ moments: Object.fromEntries(moments), letters: letters.length },
      arrivedOnce: letters.filter((letter) => times(arrived, letter) === 1).length,
      uncertain: doubtful.length,
      uncertainAndArrived: letters.filter(
        (letter) => isDoubtful(letter) && times(arrived, letter) === 1,
      ).length,
      lost: letters.filter((letter) => times(arrived, letter) === 0 && !isDoubtful(letter)).length,
      doubled: letters.filter((letter) => times(arrived, letter) > 1).length,
      copiesMissing: letters.filter((letter) => times(copies, letter) === 0 && !isDoubtful(letter))
        .length,
      copiesDoubled: letters.filter((letter) => times(copies, letter) > 1).length,
    };
    if (report !== undefined) writeFileSync(report, JSON.stringify(figures));
    expect(figures).toMatchObject({ lost: 0, doubled: 0, copiesMissing: 0, copiesDoubled: 0 });

    /** At a stage of the server's, the first or second time; or at any moment. */
    async function killAt(moment: SmtpStage | 'any'): Promise<void> {
      if (moment !== 'any') {
        let skip = random.below(2);
        const isReached = new Promise<void>((resolve) => {
          reached = (stage) => {
            if (stage === moment && skip-- === 0) resolve();
          };
        });
        // A second one may never come, and one that can be called back is not sent yet.
        await Promise.race([isReached, wait(700)]);
        if (random.next() < 0.7) await wait(random.below(12));
      } else await wait(random.below(250));
      await engine.kill();
    }

    /** Where it is not known whether it was taken, staff press Send again: the window keeps its token. */
    async function checkNothingLost(next: EngineProcess, batch: readonly Letter[]) {
      for (const letter of batch) await answer(next, letter.conversationId, letter);
      const held = await next.ask('outbox.list', { sectionId });
      const taken = room.smtp.received.map(({ raw }) => raw.toString());
      for (const { text } of letters) {
        const times = taken.filter((raw) => raw.includes(text)).length;
        if (times > 1) throw new Error(`arrived ${times} times: ${text}`);
        const isHeld = held.some((item) => item.text === text);
        if (times === 0 && !isHeld) throw new Error(`lost: ${text}`);
      }
    }
  },
  120_000 + kills * 60_000,
);

async function sendUntilKilled(engine: EngineProcess, batch: readonly Letter[]): Promise<void> {
  try {
    for (const letter of batch) await answer(engine, letter.conversationId, letter);
  } catch (error) {
    if (!(error instanceof Error && error.message === 'the engine ended')) throw error;
  }
}
