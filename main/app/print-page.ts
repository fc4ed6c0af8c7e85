import type { WebContents } from 'electron';
import { failure, type Result, success } from '../../shared/errors.ts';

/** Prints what the page marks for paper, by the system's dialog. */
export function printPage(contents: WebContents): Promise<Result<{ printed: boolean }>> {
  return new Promise((resolve) => {
    contents.print({}, (printed, reason) => {
      // Chromium's own words for it, in its versions so far.
      const isCancelled = /cancel/i.test(reason ?? '');
      resolve(printed || isCancelled ? success({ printed }) : failure('print-failed'));
    });
  });
}
