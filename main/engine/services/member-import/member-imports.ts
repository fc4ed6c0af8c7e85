import type { CallInput, CallOutput, EngineCallName } from '../../../../shared/contract.ts';
import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import { isHiddenField } from '../../../../shared/model/member.ts';
import {
  type ImportMapping,
  type ImportProgress,
  type ImportRow,
  importUndoTime,
  largestImport,
  type MemberImport,
  repeatableFields,
  splitFields,
} from '../../../../shared/model/member-import.ts';
import type { Clock } from '../../clock.ts';
import { type CsvThread, type CsvThreadOptions, createCsvThread } from '../../csv/csv-thread.ts';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import { fieldsOf } from '../../policy/member-fields.ts';
import { guessColumns } from '../../policy/member-import/guess-columns.ts';
import {
  findImport,
  findImports,
  findMapping,
  type StoredImport,
  setImportState,
} from '../../store/member-imports.ts';
import { aboutMember } from '../members.ts';
import { type FindSection, notFound, type SectionContext } from '../section-context.ts';
import { countsOf, headerDigest, type JudgedFile, judgeFile, showRows } from './import-file.ts';
import { clearImport, prepareImport } from './prepare-import.ts';
import { undoImport, writeImport } from './write-import.ts';

type ImportCallName = Extract<EngineCallName, `memberImport.${string}`>;
export type MemberImportService = {
  readonly [N in ImportCallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
} & {
  /** Goes on with what a crash or a lock cut short, and clears away what was never begun for good. */
  readonly resume: () => Promise<void>;
};

type Dependencies = {
  readonly find: FindSection;
  readonly isAdministrator: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly csv: CsvThreadOptions;
  readonly progress: (progress: ImportProgress) => void;
};

/** The file that is looked at: one at a time. */
type OpenFile = {
  readonly thread: CsvThread;
  readonly name: string;
  readonly size: number;
  received: number;
  header: readonly string[];
  rows: number;
  judged: JudgedFile | null;
  /** Hidden fields of members that this file already showed, which is on record. */
  readonly shown: Set<string>;
};

const sampleRows = 5;

/** Imports of members out of CSV files, for administrators. What is in a file is in memory alone. */
export function createMemberImports(deps: Dependencies): MemberImportService {
  const { clock } = deps;
  let file: OpenFile | null = null;
  let isWriting = false;

  function forget(): void {
    file?.thread.close();
    file = null;
  }

  /** The section of members, for administrators. */
  function section(): Result<SectionContext> {
    const found = deps.find('members');
    if (!found.ok || deps.isAdministrator()) return found;
    return failure('administrator-needed');
  }

  const isOpen = (one: SectionContext) => {
    const found = deps.find('members');
    return found.ok && found.value === one;
  };

  /** Work on the members and on the file that is open; what throws is for the caller to tell. */
  async function withFile<T>(
    work: (section: SectionContext, open: OpenFile) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const found = section();
    if (!found.ok) return found;
    return file === null ? notFound : work(found.value, file);
  }

  const watch = (one: SectionContext, step: ImportProgress['step'], open?: OpenFile) => ({
    goesOn: () => isOpen(one) && (open === undefined || file === open),
    progress: (done: number, total: number) => deps.progress({ step, done, total }),
  });

  /** One import at a time writes. */
  async function alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (isWriting) return failure('import-running');
    isWriting = true;
    try {
      return await work();
    } finally {
      isWriting = false;
    }
  }

  /** What another import or an undo has begun for good comes first. */
  async function finishOthers(one: SectionContext): Promise<void> {
    for (const { id, state } of findImports(one.db, Number.MAX_SAFE_INTEGER)) {
      if (!isOpen(one)) return;
      if (state === 'preparing') await clearImport(one.db, id);
      if (state === 'writing') await writeImport(one, id, clock.now(), watch(one, 'writing'));
      // Nobody is known to be at it any more: that it was begun is on record with who did.
      if (state === 'undoing') {
        await undoImport(one, id, clock.now(), null, watch(one, 'undoing'));
      }
    }
  }

  async function resume(): Promise<void> {
    const found = deps.find('members');
    if (!found.ok || isWriting) return;
    try {
      await alone(async () => {
        await finishOthers(found.value);
        return success(null);
      });
    } catch (error) {
      // A full disk, say: the next start tries again.
      deps.log('call.failed', { call: 'memberImport.commit', ...errorKind(error) });
    }
  }

  return {
    resume,
    'memberImport.begin': async ({ name, size }) => {
      const found = section();
      if (!found.ok) return found;
      if (size > largestImport) return failure('import-too-large');
      forget();
      file = {
        ...{ thread: createCsvThread(deps.csv), name, size, received: 0 },
        ...{ header: [], rows: 0, judged: null, shown: new Set<string>() },
      };
      return success(null);
    },

    'memberImport.append': ({ offset, content }) =>
      withFile(async (_, open) => {
        const isNext = offset === open.received && offset + content.length <= open.size;
        if (!isNext) return failure('bad-request');
        open.received += content.length;
        return open.thread.ask({ kind: 'append', content });
      }),

    'memberImport.read': ({ encoding, delimiter }) =>
      withFile(async ({ db }, open) => {
        if (open.received !== open.size) return failure('bad-request');
        open.judged = null;
        const read = await open.thread.ask({ kind: 'read', encoding, delimiter });
        if (!read.ok) return read;
        const { header, rows } = read.value;
        const first = Array.from({ length: sampleRows }, (_, index) => index);
        const sample = await open.thread.ask({ kind: 'rows', indexes: first });
        if (!sample.ok) return sample;
        Object.assign(open, { header, rows });
        const kept = findMapping(db, headerDigest(header));
        return success({
          ...read.value,
          header: [...header],
          sample: sample.value.map(({ cells }) => [...cells]),
          mapping: kept ?? guessColumns(header),
          isRemembered: kept !== null,
        });
      }),

    'memberImport.judge': ({ mapping }) =>
      withFile(async (one, open) => {
        const refused = checkMapping(mapping, open.header);
        if (refused !== null) return refused;
        open.judged = null;
        const columns = { header: open.header, mapping };
        const { goesOn, progress } = watch(one, 'judging', open);
        const judged = await judgeFile(one.db, open.thread, open.rows, columns, {
          goesOn,
          progress: (done) => progress(done, open.rows),
        });
        if (!judged.ok) return judged;
        open.judged = judged.value;
        return success(countsOf(judged.value));
      }),

    'memberImport.rows': (page) =>
      withFile(async (one, open) => {
        if (open.judged === null) return notFound;
        const shown = await showRows(one.db, open.thread, open.judged, page);
        if (shown.ok) recordLooks(one, open.shown, shown.value.items);
        return shown;
      }),

    'memberImport.commit': ({ mode, reason }) =>
      withFile((one, open) =>
        alone(async () => {
          const { judged } = open;
          if (judged === null) return notFound;
          const counts = countsOf(judged);
          if (mode === 'whole' && counts.invalid > 0) return failure('import-invalid-rows');
          const total = counts.new + counts.changed;
          if (total === 0) return failure('bad-request');
          await finishOthers(one);
          const now = clock.now();
          const { goesOn, progress } = watch(one, 'preparing', open);
          const asked = { fileName: open.name, reason, mode, now };
          const prepared = await prepareImport(one, open.thread, judged, asked, {
            goesOn,
            progress: (done) => progress(done, total),
          });
          if (!prepared.ok) return prepared;
          forget();
          return toShown(await writeImport(one, prepared.value, now, watch(one, 'writing')));
        }),
      ),

    'memberImport.cancel': async () => {
      forget();
      return success(null);
    },

    'memberImport.list': async () => {
      const found = section();
      if (!found.ok) return found;
      const imports = findImports(found.value.db, clock.now() - importUndoTime);
      const isCutShort = imports.some(({ state }) => state !== 'done' && state !== 'undone');
      // The section was closed under it, for a backup to be put back, say.
      if (isCutShort) void resume();
      return success(imports.flatMap((one) => forWindow(one) ?? []));
    },

    'memberImport.undo': async ({ importId }) => {
      const found = section();
      if (!found.ok) return found;
      const one = found.value;
      return alone(async () => {
        const known = findImport(one.db, importId);
        if (known === null) return notFound;
        const isOver = clock.now() - known.at > importUndoTime;
        if (known.state !== 'done' || isOver) return failure('import-over');
        one.ledger.write((record) => {
          setImportState(one.db, importId, 'undoing');
          record({
            kind: 'import-undone',
            target: known.fileName,
            detail: { import: importId },
          });
        });
        const by = one.ledger.staff();
        return toShown(await undoImport(one, importId, clock.now(), by, watch(one, 'undoing')));
      });
    },
  };
}

/** Null when the columns can be read like this. */
function checkMapping(mapping: ImportMapping, header: readonly string[]) {
  if (mapping.length !== header.length) return failure('bad-request');
  const once = mapping
    .filter((field) => !repeatableFields.has(field))
    .flatMap((field) => splitFields[field] ?? [field]);
  if (new Set(once).size !== once.length) return failure('import-field-twice');
  const labels = header.filter((_, index) => mapping[index] === 'custom');
  if (new Set(labels).size !== labels.length) return failure('import-field-twice');
  const tells = mapping.some((field) => field !== 'ignore' && field !== 'key');
  return tells ? null : failure('import-no-field');
}

/** What the preview tells of known members' hidden fields is a look at them. Once for each file. */
function recordLooks(
  { ledger }: SectionContext,
  known: Set<string>,
  rows: readonly ImportRow[],
): void {
  const looks = rows.flatMap(({ memberId, before }) =>
    memberId === null || before === null
      ? []
      : fieldsOf(before)
          .filter(isHiddenField)
          .map((field) => ({ memberId: memberId as MemberId, field })),
  );
  const unknown = looks.filter(({ memberId, field }) => !known.has(`${memberId} ${field}`));
  if (unknown.length === 0) return;
  ledger.write((write) => {
    for (const { memberId, field } of unknown)
      write({ ...aboutMember('member-viewed', memberId), detail: { field } });
  });
  for (const { memberId, field } of unknown) known.add(`${memberId} ${field}`);
}

function toShown(result: Result<StoredImport>): Result<MemberImport> {
  if (!result.ok) return result;
  const shown = forWindow(result.value);
  return shown === null ? notFound : success(shown);
}

/** One that was never begun for good is none. */
function forWindow({ staffId: _, state, ...rest }: StoredImport): MemberImport | null {
  return state === 'preparing' ? null : { ...rest, state };
}
