/* In a thread: another connection that writes for as long as it is told, as one that empties the log does. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../main/engine/store/open-database.ts';

const { path, key, ms } = workerData as { path: string; key: Uint8Array; ms: number };
const db = openDatabase({ path, key: Buffer.from(key), nativeBinding: null });
db.exec('BEGIN IMMEDIATE');
parentPort?.postMessage('held');
setTimeout(() => {
  db.exec('COMMIT');
  db.close();
}, ms);
