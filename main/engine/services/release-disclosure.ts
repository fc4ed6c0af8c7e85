import { createHash } from 'node:crypto';
import type { CallInput } from '../../../shared/contract.ts';
import { type AppError, failure, type Result, success } from '../../../shared/errors.ts';
import type { Clock } from '../clock.ts';
import { encryptToCompany } from '../disclosure/company-key.ts';
import { errorKind } from '../error-kind.ts';
import type { Actor, RecordEntry } from '../ledger/ledger.ts';
import { mayApprove } from '../policy/disclosure.ts';
import {
  findDisclosure,
  markAsked,
  markReleased,
  type StoredDisclosure,
} from '../store/disclosures.ts';
import type { StoredCompany } from '../store/group-companies.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import { consentsOf, contentOf, type DisclosureContent } from './disclosure-content.ts';
import { selectionOf } from './disclosures.ts';
import { aboutCompany } from './group-companies.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

export type ReleaseTarget = CallInput<'disclosure.release'> & {
  /** Chosen in the system's save dialog. */
  readonly path: string;
};

type Judged = {
  readonly staff: Actor;
  readonly found: StoredDisclosure;
  readonly company: StoredCompany;
  readonly content: DisclosureContent;
};

/**
 * The second person's approval. What they looked at is encrypted to the company's key, then put on
 * record, with every member that it is of, and only then written: there is no other file of it, and
 * none in clear. A file that cannot be written leaves the disclosure waiting.
 */
export async function releaseDisclosure(
  section: SectionContext,
  target: ReleaseTarget,
  { clock, isAdministrator }: { readonly clock: Clock; readonly isAdministrator: () => boolean },
): Promise<Result<null>> {
  const { db, ledger } = section;
  const judge = () => judgeRelease(section, target, clock.now(), isAdministrator());
  const first = judge();
  if (!first.ok) return first;
  const { csv } = first.value.content;
  const file = await encryptToCompany(csv, first.value.company.details.publicKey, {
    filename: `disclosure-${target.disclosureId}.csv`,
    at: clock.now(),
  });
  if (file === null) return failure('company-key-unusable');
  const recorded = ledger.write((write): Result<number> => {
    // While it was encrypted a record or the register may have changed.
    const again = judge();
    return again.ok ? success(keepRelease(section, write, again.value, file, clock.now())) : again;
  });
  if (!recorded.ok) return recorded;
  try {
    writeFileDurably(target.path, file);
    return success(null);
  } catch (error) {
    ledger.write((write) => {
      markAsked(db, target.disclosureId);
      const detail = { concerns: recorded.value, outcome: 'not-done' } as const;
      write({ kind: 'outcome', by: null, detail });
    });
    return failure('save-failed', errorKind(error).code ?? undefined);
  }
}

function judgeRelease(
  section: SectionContext,
  { disclosureId, digest }: ReleaseTarget,
  now: number,
  isAdministrator: boolean,
):
  | { readonly ok: true; readonly value: Judged }
  | { readonly ok: false; readonly error: AppError } {
  const staff = section.ledger.staff();
  const found = findDisclosure(section.db, disclosureId);
  if (staff === null || found === null) return notFound;
  if (found.state !== 'asked') return failure('disclosure-settled');
  if (!isAdministrator) return failure('administrator-needed');
  if (!mayApprove(found.asked, { id: staff.id, isAdministrator }))
    return failure('second-person-needed');
  const content = contentOf(section, selectionOf(section, found), now);
  const { company } = content;
  if (content.refusals.length > 0 || company === null) return failure('disclosure-refused');
  if (content.digest !== digest) return failure('disclosure-changed');
  return success({ staff, found, company, content });
}

/** What went to whom, when and why; of each member too. Gives the sequence of the disclosure's entry. */
function keepRelease(
  { db }: SectionContext,
  write: RecordEntry,
  { staff, found, company, content }: Judged,
  file: Uint8Array,
  now: number,
): number {
  const { id, purpose } = found;
  const fields = [...content.fields];
  const about = aboutCompany('disclosure', company);
  const digest = createHash('sha256').update(file).digest('hex');
  const what = { fields, disclosure: id, members: content.rows.length, digest };
  const sequence = write({ ...about, reason: purpose, detail: { ...about.detail, ...what } });
  for (const { memberId } of content.rows) {
    const detail = { fields, disclosure: id, concerns: sequence };
    write({ ...aboutMember('member-disclosed', memberId), reason: purpose, detail });
  }
  const release = { sequence, version: company.version, members: consentsOf(content) };
  markReleased(db, id, release, staff, now);
  return sequence;
}
