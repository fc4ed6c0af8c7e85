import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { ErasureMark } from './erasure.ts';
import { MemberField } from './member.ts';
import { ChangeReason, SomeFields } from './member-change.ts';

/** In bytes; a longer file is refused before any of it is read. */
export const largestImport = 64 * 1024 * 1024;
export const mostImportRows = 200_000;
export const mostImportColumns = 200;
/** How long an import can be taken back, in milliseconds. */
export const importUndoTime = 30 * 24 * 60 * 60_000;

export const FileEncoding = z.enum(['utf-8', 'shift_jis']);
export type FileEncoding = z.infer<typeof FileEncoding>;
export const Delimiter = z.enum(['comma', 'tab', 'semicolon']);
export type Delimiter = z.infer<typeof Delimiter>;

/** What a column of the file is read as; `key` is the number of a member, `custom` a detail named as the column. */
export const ImportField = z.enum([
  'ignore',
  'key',
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'nameFamilyFirst',
  'nameGivenFirst',
  'fullKana',
  'email',
  'phone',
  'postalCode',
  'country',
  'region',
  'city',
  'street',
  'building',
  'status',
  'nameOrder',
  'honorific',
  'language',
  'plan',
  'notes',
  'consentVersion',
  'consentDate',
  'consentSource',
  'tailoring',
  'custom',
]);
export type ImportField = z.infer<typeof ImportField>;

/** Those that several columns of one file may be read as. */
export const repeatableFields: ReadonlySet<ImportField> = new Set([
  'ignore',
  'email',
  'phone',
  'custom',
]);

/** Those of whole names: the fields that they are split into. */
export const splitFields: Readonly<Partial<Record<ImportField, readonly ImportField[]>>> = {
  nameFamilyFirst: ['familyName', 'givenName'],
  nameGivenFirst: ['familyName', 'givenName'],
  fullKana: ['familyKana', 'givenKana'],
};

/** A field for each column. */
export const ImportMapping = z.array(ImportField).max(mostImportColumns);
export type ImportMapping = z.infer<typeof ImportMapping>;

export const RowVerdict = z.enum(['new', 'same', 'changed', 'invalid']);
export type RowVerdict = z.infer<typeof RowVerdict>;

/** Why a row is not taken. */
export const RowReason = z.object({
  field: z.union([MemberField, z.literal('key')]).nullable(),
  code: z.enum([
    ...['needed', 'kana', 'email', 'phone', 'postal-code', 'date', 'twice'],
    ...['choice', 'too-long', 'columns', 'key-unknown', 'several', 'row-twice'],
    ...['name-split', 'kana-split', 'erased'],
  ] as const),
  /** `row-twice`: the line of the first one. */
  line: z.int().nullable(),
  /** `erased`: which erasure it was. */
  erasure: ErasureMark.optional(),
});
export type RowReason = Readonly<z.infer<typeof RowReason>>;

export const ImportRow = z.object({
  /** Of the file, on which it ends; the first is 1. */
  line: z.int(),
  verdict: RowVerdict,
  /** Whom it was recognised as. */
  memberId: MemberId.nullable(),
  name: z.string(),
  reasons: z.array(RowReason),
  /** The columns whose text a spreadsheet would take for a formula. It is kept as text. */
  formulas: z.array(z.string()),
  before: SomeFields.nullable(),
  after: SomeFields,
});
export type ImportRow = Readonly<z.infer<typeof ImportRow>>;

export const ImportCounts = z.object({
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  invalid: z.int(),
});
export type ImportCounts = Readonly<z.infer<typeof ImportCounts>>;

/** An import that was begun for good. */
export const MemberImport = z.object({
  id: z.int().positive(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  staffName: z.string(),
  fileName: z.string(),
  reason: ChangeReason,
  state: z.enum(['writing', 'done', 'undoing', 'undone']),
  /** How many rows it is going to write, or wrote. */
  prepared: z.int(),
  added: z.int(),
  changed: z.int(),
  /** Rows whose member was changed by somebody else in the meantime. */
  skipped: z.int(),
  /** Of an undo: how many changes it took back, and how many it left since they were changed again. */
  takenBack: z.int(),
  left: z.int(),
});
export type MemberImport = Readonly<z.infer<typeof MemberImport>>;

/** How far a long step is. */
export const ImportProgress = z.object({
  step: z.enum(['judging', 'preparing', 'writing', 'undoing']),
  done: z.int(),
  total: z.int(),
});
export type ImportProgress = Readonly<z.infer<typeof ImportProgress>>;
