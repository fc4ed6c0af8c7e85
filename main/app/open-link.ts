import { shell } from 'electron';
import { failure, type Result, success } from '../../shared/errors.ts';
import { stripTrackers } from '../../shared/link-trackers.ts';

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Opens a link that staff confirmed. Only web and mail addresses: others can start programs. */
export async function openLink(url: string): Promise<Result<null>> {
  if (!URL.canParse(url) || !schemes.has(new URL(url).protocol)) return failure('link-refused');
  try {
    await shell.openExternal(stripTrackers(url).url);
    return success(null);
  } catch (error) {
    return failure('link-refused', error instanceof Error ? error.message : undefined);
  }
}
