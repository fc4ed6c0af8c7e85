import { type BrowserWindow, dialog } from 'electron';
import type { CallInput, CallOutput } from '../../shared/contract.ts';
import { type Result, success } from '../../shared/errors.ts';
import type { EngineProcess } from './engine-process.ts';

/** Asks where, then the engine encrypts what was approved into that file. */
export async function releaseDisclosure(
  engine: EngineProcess,
  window: BrowserWindow,
  input: CallInput<'disclosure.release'>,
): Promise<Result<CallOutput<'disclosure.release'>>> {
  const choice = await dialog.showSaveDialog(window, {
    // Nobody's name: a file's name is read by whoever carries it. `.pgp` goes when it is decrypted.
    defaultPath: `disclosure-${input.disclosureId}.csv.pgp`,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (choice.canceled || choice.filePath === '') return success({ saved: false });
  const written = await engine.releaseDisclosure({ ...input, path: choice.filePath });
  return written.ok ? success({ saved: true }) : written;
}
