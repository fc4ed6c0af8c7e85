import { shell } from 'electron';
import type { CallInput } from '../../shared/contract.ts';
import { failure, type Result, success } from '../../shared/errors.ts';
import { openableLink } from '../../shared/openable-link.ts';
import type { EngineProcess } from './engine-process.ts';

/** Opens a link that staff confirmed: what they were shown, whatever else the link holds. */
export async function openLink(
  engine: EngineProcess,
  { sectionId, messageId, url }: CallInput<'link.open'>,
): Promise<Result<null>> {
  const link = openableLink(url);
  if (link === null) return failure('link-refused');
  const host = link.kind === 'mail' ? link.address : new URL(link.url).hostname;
  const recorded = await engine.recordLeft(sectionId, { kind: 'link', messageId, host });
  if (!recorded.ok) return recorded;
  try {
    await shell.openExternal(link.url);
    return success(null);
  } catch (error) {
    return failure('link-refused', error instanceof Error ? error.message : undefined);
  }
}
