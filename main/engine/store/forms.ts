import { FormId, type StaffId } from '../../../shared/ids.ts';
import { type FormContent, RegistrationForm } from '../../../shared/model/registration-form.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Row = Omit<RegistrationForm, 'senders' | 'labels'> & {
  readonly senders: string;
  readonly labels: string;
};

/** By name. */
export function findForms(db: SectionDatabase): RegistrationForm[] {
  const rows = statement<Row>(
    db,
    `SELECT id, name, language, senders, labels, taught_at AS taughtAt, staff_name AS staffName
     FROM form ORDER BY name, id`,
  ).all();
  return rows.map(({ senders, labels, ...row }) =>
    RegistrationForm.parse({ ...row, senders: JSON.parse(senders), labels: JSON.parse(labels) }),
  );
}

/** A null id adds one. Null when there is none with the id. */
export function saveForm(
  db: SectionDatabase,
  id: FormId | null,
  { name, language, senders, labels }: FormContent,
  {
    by,
    at,
  }: { readonly by: { readonly id: StaffId; readonly name: string } | null; readonly at: number },
): FormId | null {
  const row = {
    ...{ id, name, language, at },
    senders: JSON.stringify(senders),
    labels: JSON.stringify(labels),
    staffId: by?.id ?? null,
    staffName: by?.name ?? '',
  };
  if (id === null) {
    const { lastInsertRowid } = statement(
      db,
      `INSERT INTO form (id, name, language, senders, labels, staff_id, staff_name, taught_at)
       VALUES (:id, :name, :language, :senders, :labels, :staffId, :staffName, :at)`,
    ).run(row);
    return FormId.parse(Number(lastInsertRowid));
  }
  const { changes } = statement(
    db,
    `UPDATE form SET name = :name, language = :language, senders = :senders, labels = :labels,
       staff_id = :staffId, staff_name = :staffName, taught_at = :at WHERE id = :id`,
  ).run(row);
  return changes === 0 ? null : id;
}

export function deleteForm(db: SectionDatabase, id: FormId): void {
  statement(db, 'DELETE FROM form WHERE id = ?').run(id);
}
