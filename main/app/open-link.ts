import { shell } from 'electron';
import { failure, type Result, success } from '../../shared/errors.ts';
import { openableLink } from '../../shared/openable-link.ts';

/** Opens a link that staff confirmed: what they were shown, whatever else the link holds. */
export async function openLink(url: string): Promise<Result<null>> {
  const link = openableLink(url);
  if (link === null) return failure('link-refused');
  try {
    await shell.openExternal(link.url);
    return success(null);
  } catch (error) {
    return failure('link-refused', error instanceof Error ? error.message : undefined);
  }
}
