import { expect, it } from 'vitest';
import {
  undoImport,
  writeImport,
} from '../../../../../main/engine/services/member-import/write-import.ts';
import type { SectionContext } from '../../../../../main/engine/services/section-context.ts';
import { findWaitingMails, putFormMail } from '../../../../../main/engine/store/form-mails.ts';
import { saveForm } from '../../../../../main/engine/store/forms.ts';
import {
  insertImport,
  insertPreparedRow,
  setImportPrepared,
  setImportState,
} from '../../../../../main/engine/store/member-imports.ts';
import { findMember } from '../../../../../main/engine/store/members.ts';
import { MemberId } from '../../../../../shared/ids.ts';
import { blankMember, type MemberRecord } from '../../../../../shared/model/member.ts';
import type { FormContent } from '../../../../../shared/model/registration-form.ts';
import { approvedMika, disclosureDesk, given } from '../../../../support/disclosures.ts';
import { sectionContext } from '../../../../support/section-context.ts';
import { sectionDatabase } from '../../../../support/section-database.ts';
import { hana, ken } from '../../../../support/section-ledger.ts';
import { storeLetter } from '../../../../support/stored-letter.ts';

const watched = { goesOn: () => true, progress: () => undefined };
const first = MemberId.parse(1);

/** The members come in by an import, which `undo` takes back. */
async function imported(context: SectionContext, ...records: MemberRecord[]) {
  const { db } = context;
  const whileWriting: SectionContext['checkpoint']['whileWriting'] = (work) =>
    work(async () => undefined);
  const section = { ...context, checkpoint: { ...context.checkpoint, whileWriting } };
  const by = { staffId: hana.id, staffName: hana.name };
  const id = insertImport(db, { ...by, at: 1, fileName: 'new.csv', reason: '' });
  for (const [position, record] of records.entries())
    insertPreparedRow(db, id, position, { memberId: null, record });
  setImportPrepared(db, id, records.length);
  given(await writeImport(section, id, 1, watched));
  return async () => {
    setImportState(db, id, 'undoing');
    return given(await undoImport(section, id, 2, hana, watched));
  };
}

it('lets the mail of a registration wait again that was taken for the same as an imported one', async () => {
  const section = sectionContext(sectionDatabase());
  const { db } = section;
  const undo = await imported(section, { ...blankMember, familyName: 'Ito' });
  const content: FormContent = { name: 'Members', senders: [], language: 'en', labels: [] };
  const formId = saveForm(db, null, content, { by: hana, at: 1 });
  if (formId === null) throw new Error('no form');
  const { messageId } = storeLetter(db, { headerMessageId: 'one@minato.example' });
  const mail = { messageId, formId, headerMessageId: null, contentHash: Buffer.alloc(32) };
  putFormMail(db, { ...mail, state: 'repeat', memberId: first, problem: null });
  expect(await undo()).toMatchObject({ takenBack: 1, left: 0 });
  expect(findMember(db, first)).toBeNull();
  expect(findWaitingMails(db, false, { offset: 0, limit: 9 })).toMatchObject([
    { messageId, problem: { code: 'taken-back' } },
  ]);
});

it('leaves whom a company was told of, and takes back whom it was only asked for', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  const undo = await imported(desk.section, approvedMika, approvedMika);
  const ask = (memberId: MemberId) => {
    const asked = given(desk.ask(companyId, [memberId]));
    if (asked.outcome !== 'asked') throw new Error('not asked');
    return asked.disclosureId;
  };
  ask(MemberId.parse(2));
  const disclosureId = ask(first);
  desk.as(ken);
  given(await desk.release(disclosureId, given(desk.show(disclosureId)).digest));
  expect(await undo()).toMatchObject({ takenBack: 1, left: 1 });
  expect([1, 2].map((id) => findMember(desk.db, MemberId.parse(id)) !== null)).toEqual([
    true,
    false,
  ]);
});
