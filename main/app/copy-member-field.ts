import { clipboard } from 'electron';
import type { CallInput } from '../../shared/contract.ts';
import { type Result, success } from '../../shared/errors.ts';
import type { EngineProcess } from './engine-process.ts';
import { createFleetingClipboard } from './fleeting-clipboard.ts';

const fleeting = createFleetingClipboard(clipboard);

/** What a member's record says gets to the clipboard on record or not at all, and not to stay. */
export async function copyMemberField(
  engine: EngineProcess,
  { sectionId, memberId, field, text }: CallInput<'member.copy'>,
): Promise<Result<null>> {
  const recorded = await engine.recordLeft(sectionId, { kind: 'member-copied', memberId, field });
  if (!recorded.ok) return recorded;
  await fleeting.put(text);
  return success(null);
}
