import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import { failure, type Result, success } from '../../shared/errors.ts';
import { errorKind } from '../engine/error-kind.ts';
import { type SupportFacts, supportLog } from './support-log.ts';

/** Asks where, and writes the log for an IT desk there, readable by this user alone. */
export async function saveLog(
  window: BrowserWindow,
  facts: SupportFacts,
): Promise<Result<{ saved: boolean }>> {
  const choice = await dialog.showSaveDialog(window, {
    defaultPath: 'fumibako-log.txt',
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (choice.canceled || choice.filePath === '') return success({ saved: false });
  try {
    await writeFile(choice.filePath, supportLog(facts), { mode: 0o600 });
    return success({ saved: true });
  } catch (error) {
    return failure('save-failed', errorKind(error).code ?? undefined);
  }
}
