import { clipboard } from 'electron';
import type { CallInput } from '../../shared/contract.ts';
import { type Result, success } from '../../shared/errors.ts';
import type { EngineProcess } from './engine-process.ts';

/** The page may not write to the clipboard by itself: an address gets there on record or not at all. */
export async function copyContact(
  engine: EngineProcess,
  { sectionId, contacts, text }: CallInput<'contact.copy'>,
): Promise<Result<null>> {
  const left = contacts.map((contact) => ({ kind: 'contact' as const, ...contact }));
  const recorded = await engine.recordLeft(sectionId, ...left);
  if (!recorded.ok) return recorded;
  await clipboard.writeText(text);
  return success(null);
}
