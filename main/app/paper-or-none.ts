import { errorKind } from '../engine/error-kind.ts';
import type { Log } from '../engine/log.ts';

type Paper = (html: string) => Promise<Buffer>;

/** The same, but null where it fails: whoever asked has words for that, and the log has why. */
export function paperOrNone(print: Paper, log: Log): (html: string) => Promise<Buffer | null> {
  return async (html) => {
    try {
      return await print(html);
    } catch (error) {
      log('paper.failed', errorKind(error));
      return null;
    }
  };
}
