import { expect, it } from 'vitest';
import { filesToRepeat, joinRuns } from '../../tools/setup/test-report.mjs';

const file = (path: string, failed: readonly string[] = []) => ({
  path,
  hasFailed: failed.length > 0,
  passed: 2,
  failed,
});
const run = (...files: readonly ReturnType<typeof file>[]) => ({
  passed: files.length * 2,
  failed: files.flatMap(({ failed }) => failed).length,
  skipped: 0,
  files,
  unsteady: [],
});
const window = (name: string) => file(`test/e2e/${name}.test.ts`, ['opens']);

it('tries a window test once more, and no other', () => {
  expect(filesToRepeat(run(window('lock'), file('test/shared/ids.test.ts')))).toEqual([
    'test/e2e/lock.test.ts',
  ]);
  expect(filesToRepeat(run(window('lock'), file('test/shared/ids.test.ts', ['is one'])))).toEqual(
    [],
  );
});

it('takes more than three failed files for no accident', () => {
  expect(filesToRepeat(run(window('a'), window('b'), window('c')))).toHaveLength(3);
  expect(filesToRepeat(run(window('a'), window('b'), window('c'), window('d')))).toEqual([]);
});

it('says which test was unsteady, and fails with one that fails again', () => {
  const first = run(window('lock'), file('test/shared/ids.test.ts'));
  const well = { ...run(file('test/e2e/lock.test.ts')), passed: 3 };
  expect(joinRuns(first, well)).toMatchObject({
    passed: 5,
    failed: 0,
    unsteady: ['test/e2e/lock.test.ts: opens'],
  });
  expect(joinRuns(first, run(window('lock')))).toMatchObject({ failed: 1 });
});
