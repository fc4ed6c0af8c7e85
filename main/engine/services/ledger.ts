import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { recordLeft } from '../ledger/record-left.ts';
import { findChainStaff, findEntries } from '../store/chain-pages.ts';
import type { SectionContext } from './section-context.ts';

/** One page of a section's entries, newest first, and who is named in any of them. */
export function listLedger(
  { db }: SectionContext,
  { sectionId: _, ...query }: CallInput<'ledger.list'>,
): Result<CallOutput<'ledger.list'>> {
  return success({ ...findEntries(db, query), staff: findChainStaff(db) });
}

export async function verifyLedger({
  ledger,
}: SectionContext): Promise<Result<CallOutput<'ledger.verify'>>> {
  return success(await ledger.verify());
}

/** Paper leaves as a file does: it is recorded before the page is printed. */
export function recordPrint(
  section: SectionContext,
  { count }: CallInput<'ledger.print'>,
): Result<null> {
  recordLeft(section, { kind: 'print', count, conversationId: null });
  return success(null);
}
