import { expect, it } from 'vitest';
import { createOneAtATime } from '../../renderer/one-at-a-time.ts';

/** A question whose answers come when the test says so. */
function startAsking() {
  const waiting: ((answer: string) => void)[] = [];
  const answers: [string, boolean][] = [];
  const asker = createOneAtATime<string>(
    () => new Promise((answer) => waiting.push(answer)),
    (answer, isNewest) => answers.push([answer, isNewest]),
  );
  const answer = async (text: string) => {
    waiting.at(-1)?.(text);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { ...asker, waiting, answers, answer };
}

it('takes an answer that a newer question overtook, and then asks once more', async () => {
  const { ask, waiting, answers, answer } = startAsking();
  void ask();
  void ask();
  void ask();
  expect(waiting).toHaveLength(1);
  await answer('old');
  expect(answers).toEqual([['old', false]]);
  expect(waiting).toHaveLength(2);
  await answer('new');
  expect(answers.at(-1)).toEqual(['new', true]);
  expect(waiting).toHaveLength(2);
});

it('shows answers during a stream of questions that never pauses', async () => {
  const { ask, answers, answer } = startAsking();
  for (let turn = 0; turn < 5; turn += 1) {
    void ask();
    void ask();
    await answer(`${turn}`);
    expect(answers).toHaveLength(turn + 1);
  }
});

it('asks again after a pause', async () => {
  const { ask, waiting, answers, answer } = startAsking();
  void ask();
  await answer('first');
  void ask();
  expect(waiting).toHaveLength(2);
  await answer('second');
  expect(answers).toEqual([
    ['first', true],
    ['second', true],
  ]);
});

it('drops the answer that nobody waits for any more', async () => {
  const { ask, stop, waiting, answers, answer } = startAsking();
  void ask();
  void ask();
  stop();
  await answer('late');
  expect(answers).toEqual([]);
  expect(waiting).toHaveLength(1);
});
