import { join } from 'node:path';
import { type Actor, type Ledger, openLedger } from '../../main/engine/ledger/ledger.ts';
import { silentLog } from '../../main/engine/log.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import { StaffId } from '../../shared/ids.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const hana: Actor = {
  id: StaffId.parse('5b3f0d3e-9f0a-4c59-9d43-6f5f1f1f7f01'),
  name: 'Hana Ito',
};

export const ken: Actor = {
  id: StaffId.parse('0e8b8a5c-7a59-4b63-8a08-1de1f6b1c002'),
  name: 'Ken Abe',
};

/** The chain of a database, with its head in a folder of its own unless a file is given. */
export function sectionLedger(
  db: SectionDatabase,
  head = join(temporaryFolder(), 'head'),
  staff: () => Actor | null = () => hana,
): Ledger {
  return openLedger({
    sectionId: 'world-services',
    db,
    head,
    staff,
    clock: { now: () => Date.UTC(2026, 10, 24, 9) },
    log: silentLog,
  });
}
