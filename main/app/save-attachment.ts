import { type BrowserWindow, dialog } from 'electron';
import type { CallInput, CallOutput } from '../../shared/contract.ts';
import { type Result, success } from '../../shared/errors.ts';
import type { EngineProcess } from './engine-process.ts';
import { safeFilename } from './safe-filename.ts';

/** Asks where, then the engine decrypts the attachment straight into that file. */
export async function saveAttachment(
  engine: EngineProcess,
  window: BrowserWindow,
  input: CallInput<'attachment.save'>,
): Promise<Result<CallOutput<'attachment.save'>>> {
  const { filename, ...target } = input;
  const choice = await dialog.showSaveDialog(window, {
    defaultPath: safeFilename(filename),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (choice.canceled || choice.filePath === '') return success({ saved: false });
  const written = await engine.saveAttachment({ ...target, path: choice.filePath });
  return written.ok ? success({ saved: true }) : written;
}
