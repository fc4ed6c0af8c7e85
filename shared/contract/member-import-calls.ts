import { z } from 'zod';
import { FilePiece, longestFilename } from '../model/draft-attachment.ts';
import { ChangeReason } from '../model/member-change.ts';
import {
  Delimiter,
  FileEncoding,
  ImportCounts,
  ImportMapping,
  ImportRow,
  MemberImport,
  RowVerdict,
} from '../model/member-import.ts';
import { inMembers, nothing } from './places.ts';

const ofImport = inMembers.extend({ importId: z.int().positive() });

/** Members out of a CSV file: for administrators. The file stays in memory until rows of it are taken. */
export const memberImportCalls = {
  /** Announces a file of so many bytes, and forgets the one before. */
  'memberImport.begin': {
    input: inMembers.extend({
      name: z.string().trim().min(1).max(longestFilename),
      size: z.int().nonnegative(),
    }),
    output: nothing,
  },
  'memberImport.append': {
    input: inMembers.extend({ offset: z.int().nonnegative(), content: FilePiece }),
    output: nothing,
  },
  /** Null finds out. */
  'memberImport.read': {
    input: inMembers.extend({
      encoding: FileEncoding.nullable(),
      delimiter: Delimiter.nullable(),
    }),
    output: z.object({
      encoding: FileEncoding,
      delimiter: Delimiter,
      header: z.array(z.string()),
      /** The first rows, to look at. */
      sample: z.array(z.array(z.string())),
      rows: z.int(),
      mapping: ImportMapping,
      /** Whether the mapping is that of an import before, else it is a guess. */
      isRemembered: z.boolean(),
    }),
  },
  /** Looks at every row; comes when all are, or with `cancelled`. Changes nothing. */
  'memberImport.judge': {
    input: inMembers.extend({ mapping: ImportMapping }),
    output: ImportCounts,
  },
  /** Judged rows; what is told of a known member's hidden fields is on record as a look at them. */
  'memberImport.rows': {
    input: inMembers.extend({
      verdict: RowVerdict.nullable(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(50),
    }),
    output: z.object({ total: z.int(), items: z.array(ImportRow) }),
  },
  /** `whole` refuses while a row is invalid. Comes when all is written. */
  'memberImport.commit': {
    input: inMembers.extend({ mode: z.enum(['whole', 'valid']), reason: ChangeReason }),
    output: MemberImport,
  },
  /** Forgets the file; ends what is going on, unless rows of it are being written already. */
  'memberImport.cancel': { input: inMembers, output: nothing },
  /** Those that can still be taken back, newest first. */
  'memberImport.list': { input: inMembers, output: z.array(MemberImport) },
  /** Takes back what was not changed since. Comes when all of it is. */
  'memberImport.undo': { input: ofImport, output: MemberImport },
} as const;
