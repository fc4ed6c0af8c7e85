import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createMimeThread } from '../../../../../main/engine/mail/mime/mime-thread.ts';

const workerUrl = new URL('./echoing-worker.ts', import.meta.url);

it('never gives the late answer of a thread that was given up to another question', async () => {
  const thread = createMimeThread({ workerUrl, timeLimit: 1000 });
  onTestFinished(() => thread.close());
  const ask = (text: string) => thread.ask({ kind: 'parse', bytes: Buffer.from(text) });
  expect(await ask('ready')).toMatchObject({ value: { value: { text: 'ready' } } });

  // Behind this, Node looks at the clock before it looks at what has come.
  await setImmediate();
  const asked = [ask('first'), ask('second'), ask('third')];
  // Busy until the time is over, as when a batch is stored; the answers come meanwhile.
  const until = performance.now() + 1200;
  while (performance.now() < until);
  const [first, second, third] = await Promise.all(asked);
  expect(first).toMatchObject({ ok: false });
  expect(second).toMatchObject({ value: { value: { text: 'second' } } });
  expect(third).toMatchObject({ value: { value: { text: 'third' } } });
});

it('has the answer that came right before a crash', async () => {
  const thread = createMimeThread({ workerUrl, timeLimit: 20_000 });
  onTestFinished(() => thread.close());
  const ask = (text: string) => thread.ask({ kind: 'parse', bytes: Buffer.from(text) });
  for (let round = 0; round < 40; round += 1) {
    await ask('ready');
    await setImmediate();
    const asked = [ask('before'), ask('PLEASE CRASH')];
    // Node may see the crash before the answer when both come while it looks at neither.
    const until = performance.now() + 2 * Math.random();
    while (performance.now() < until);
    const [before, crashed] = await Promise.all(asked);
    expect(before).toMatchObject({ value: { value: { text: 'before' } } });
    expect(crashed).toMatchObject({ ok: false });
  }
});
