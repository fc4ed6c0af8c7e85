import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import { longestFilename, longestPiece } from '../../../shared/model/draft-attachment.ts';
import {
  type Delimiter,
  type FileEncoding,
  type ImportCounts,
  type ImportMapping,
  type ImportProgress,
  largestImport,
  type MemberImport,
} from '../../../shared/model/member-import.ts';
import { call } from '../../api.ts';
import { useEvent } from '../../use-event.ts';

export type ReadFile = CallOutput<'memberImport.read'>;

export type ImportStage =
  /** `read` is null before there is a file that can be read. */
  | { readonly kind: 'file'; readonly read: ReadFile | null }
  | { readonly kind: 'columns'; readonly read: ReadFile }
  | { readonly kind: 'preview'; readonly read: ReadFile; readonly counts: ImportCounts }
  | { readonly kind: 'done'; readonly written: MemberImport };

type Step = 'reading' | ImportProgress['step'];
export type ImportWork = { readonly step: Step; readonly done: number; readonly total: number };

const inMembers = { sectionId: 'members' } as const;

/** One import from the choice of its file to what was written. What is in the file is kept by the engine. */
export function useMemberImport(onWritten: () => void) {
  const [name, setName] = useState('');
  const [stage, setStage] = useState<ImportStage>({ kind: 'file', read: null });
  const [mapping, setMapping] = useState<ImportMapping>([]);
  const [error, setError] = useState<AppError | null>(null);
  const [work, setWork] = useState<ImportWork | null>(null);
  /** Counts what was begun: an answer to what was given up says nothing any more. */
  const turn = useRef(0);

  useEvent('memberImport.changed', (progress) =>
    setWork((now) => (now === null ? null : progress)),
  );
  useEffect(
    () => () => {
      void call('memberImport.cancel', inMembers);
    },
    [],
  );

  async function during<T>(step: Step, ask: () => Promise<Result<T>>): Promise<T | null> {
    turn.current += 1;
    const mine = turn.current;
    setError(null);
    setWork({ step, done: 0, total: 0 });
    const result = await ask();
    if (turn.current !== mine) return null;
    setWork(null);
    if (!result.ok) {
      setError(result.error);
      return null;
    }
    return result.value;
  }

  async function read(encoding: FileEncoding | null, delimiter: Delimiter | null): Promise<void> {
    const found = await during('reading', () =>
      call('memberImport.read', { ...inMembers, encoding, delimiter }),
    );
    if (found === null) return;
    setMapping(found.mapping);
    setStage({ kind: 'file', read: found });
  }

  async function choose(file: File): Promise<void> {
    setName(file.name);
    setStage({ kind: 'file', read: null });
    const sent = await during('reading', () => send(file));
    if (sent !== null) await read(null, null);
  }

  async function send(file: File): Promise<Result<true>> {
    // Before any of it is read.
    if (file.size > largestImport) return { ok: false, error: { code: 'import-too-large' } };
    const begun = await call('memberImport.begin', {
      ...inMembers,
      name: file.name.slice(-longestFilename),
      size: file.size,
    });
    if (!begun.ok) return begun;
    const mine = turn.current;
    for (let offset = 0; offset < file.size; offset += longestPiece) {
      const content = await readPiece(file, offset);
      if (turn.current !== mine) return { ok: false, error: { code: 'cancelled' } };
      if (content === null) return { ok: false, error: { code: 'file-unreadable' } };
      const appended = await call('memberImport.append', { ...inMembers, offset, content });
      if (!appended.ok) return appended;
      setWork({ step: 'reading', done: offset + content.length, total: file.size });
    }
    return { ok: true, value: true };
  }

  return {
    name,
    stage,
    mapping,
    error,
    work,
    choose,
    read,
    setMapping,
    toFile: () => {
      setError(null);
      if (stage.kind === 'columns') setStage({ kind: 'file', read: stage.read });
    },
    toColumns: () => {
      setError(null);
      if (stage.kind === 'preview') setStage({ kind: 'columns', read: stage.read });
      if (stage.kind === 'file' && stage.read !== null)
        setStage({ kind: 'columns', read: stage.read });
    },
    async judge(): Promise<void> {
      if (stage.kind !== 'columns') return;
      const counts = await during('judging', () =>
        call('memberImport.judge', { ...inMembers, mapping }),
      );
      if (counts !== null) setStage({ kind: 'preview', read: stage.read, counts });
    },
    async commit(mode: 'whole' | 'valid', reason: string): Promise<void> {
      const written = await during('preparing', () =>
        call('memberImport.commit', { ...inMembers, mode, reason }),
      );
      if (written === null) return;
      setStage({ kind: 'done', written });
      onWritten();
    },
    /** Gives up what is going on, and the file with it: nothing of it was written. */
    async cancel(): Promise<void> {
      turn.current += 1;
      setWork(null);
      setError(null);
      setStage({ kind: 'file', read: null });
      await call('memberImport.cancel', inMembers);
    },
    again: () => setStage({ kind: 'file', read: null }),
  };
}

export type MemberImportHandle = ReturnType<typeof useMemberImport>;

/** Null for a folder, and for a file that has changed or gone since it was chosen. */
async function readPiece(file: Blob, offset: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(offset, offset + longestPiece).arrayBuffer());
  } catch {
    return null;
  }
}
