import { expect, it, onTestFinished } from 'vitest';
import { createMimeThread } from '../../../../../main/engine/mail/mime/mime-thread.ts';

it('never gives the late answer of a thread that crashed to another question', async () => {
  const thread = createMimeThread({
    workerUrl: new URL('./late-worker.ts', import.meta.url),
    timeLimit: 5000,
  });
  onTestFinished(() => thread.close());
  for (let round = 0; round < 20; round += 1) {
    const texts = [`first ${round}`, `crash ${round}`, `second ${round}`, `third ${round}`];
    const asked = texts.map((text) => thread.ask({ kind: 'parse', bytes: Buffer.from(text) }));
    // This thread is busy, as when it stores a batch: what the worker says piles up.
    const until = performance.now() + 60;
    while (performance.now() < until);
    const answers = await Promise.all(asked);
    for (const [index, answer] of answers.entries()) {
      if (answer.ok) expect(answer.value.value).toEqual({ text: texts[index] });
    }
  }
});
