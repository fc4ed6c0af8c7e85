import { insertErasure, nextErasureId } from '../../main/engine/store/erasures.ts';
import { deleteMails } from '../../main/engine/store/mail-deletions.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import { type ErasureId, MemberId, MessageId } from '../../shared/ids.ts';
import { sectionLedger } from './section-ledger.ts';

/** Deletes letters as an erasure does, by their subjects; gives its number. */
export function eraseMails(db: SectionDatabase, ...subjects: readonly string[]): ErasureId {
  const find = db.prepare('SELECT id FROM message WHERE subject = ?').pluck();
  const ids = subjects.map((subject) => MessageId.parse(find.get(subject)));
  return sectionLedger(db).write((record) => {
    const number = nextErasureId(db);
    const sequence = record({ kind: 'member-erased', target: '1', detail: { erasure: number } });
    const signed = { at: 1, staffId: null, staffName: 'Hana Ito', reason: 'Request 12' };
    insertErasure(db, { ...signed, number, memberId: MemberId.parse(1), places: [], sequence });
    deleteMails(db, ids, number);
    return number;
  });
}
