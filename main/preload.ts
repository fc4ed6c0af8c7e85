import { contextBridge } from 'electron';
import { createBridge } from './app/create-bridge.ts';
import { reportHeight } from './app/report-height.ts';
import { reportKeys } from './app/report-keys.ts';
import { reportSelection } from './app/report-selection.ts';

// Frames hold mail: they get no bridge, and only tell how high they are, which keys were pressed
// and which words are selected.
if (process.isMainFrame) contextBridge.exposeInMainWorld('fumibako', createBridge());
else {
  reportHeight(window);
  reportSelection(window);
  reportKeys(window);
}
