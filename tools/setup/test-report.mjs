import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { root } from './root.mjs';

/* What a run of the tests came to, from vitest's JSON report. */

/** A run that broke down outside of a test counts as a failure. */
export function readReport(path, code) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0, files: [], unsteady: [] };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: code === 0 ? report.numFailedTests : Math.max(1, report.numFailedTests),
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.map(({ name, status, assertionResults }) => ({
      path: relative(root, name).split(sep).join('/'),
      hasFailed: status === 'failed',
      passed: countOf(assertionResults, 'passed'),
      failed: assertionResults
        .filter((test) => test.status === 'failed')
        .map((test) => test.fullName),
    })),
    unsteady: [],
  };
}

/** More failures than this are no accident. */
const mostRepeated = 3;

/**
 * The window tests that get a second try: half an hour of real windows on a machine that others share
 * has accidents that are nobody's fault. No other test gets one, and none gets a third.
 */
export function filesToRepeat({ files }) {
  const failed = files.filter(({ hasFailed }) => hasFailed).map(({ path }) => path);
  const areWindows = failed.every((path) => path.startsWith('test/e2e/'));
  return areWindows && failed.length <= mostRepeated ? failed : [];
}

/** The second run of some files takes the place of what they did in the first, and is never silent. */
export function joinRuns(first, again) {
  const repeated = first.files.filter(({ path }) => again.files.some((one) => one.path === path));
  const passedBefore = repeated.reduce((sum, { passed }) => sum + passed, 0);
  return {
    ...first,
    passed: first.passed - passedBefore + again.passed,
    failed: again.failed,
    unsteady: repeated.flatMap(({ path, failed }) =>
      failed.length === 0 ? [path] : failed.map((name) => `${path}: ${name}`),
    ),
  };
}

function countOf(tests, status) {
  return tests.filter((test) => test.status === status).length;
}
