import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { ErasureCertificate } from '../../../shared/model/erasure.ts';
import { findErasure, findErasures } from '../store/erasures.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** They say nothing of anybody: whoever has the section may see them. */
export function listErasures({ db }: SectionContext): Result<ErasureCertificate[]> {
  return success(findErasures(db));
}

export function recordErasurePrint(
  { db, ledger }: SectionContext,
  { number }: CallInput<'erasure.print'>,
): Result<CallOutput<'erasure.print'>> {
  const certificate = findErasure(db, number);
  if (certificate === null) return notFound;
  const detail = { paper: 'erasure', erasure: number } as const;
  const target = String(certificate.memberId);
  const entry = ledger.write((write) => write({ kind: 'print', target, detail }));
  return success({ entry, certificate });
}
