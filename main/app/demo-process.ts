import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { DemoNewsroom } from '../engine/demo-newsroom.ts';

const Listening = z.object({ kind: z.literal('listening'), newsroom: DemoNewsroom });

export type DemoProcess = {
  readonly newsroom: DemoNewsroom;
  readonly stop: () => void;
};

/** Starts the embedded mail servers in a process of their own. Rejects when they do not come up. */
export function startDemoProcess(script: string): Promise<DemoProcess> {
  const process: UtilityProcess = utilityProcess.fork(script, [], {
    serviceName: 'Fumibako demo newsroom',
  });
  return new Promise((resolve, reject) => {
    process.once('exit', (code) => reject(new Error(`the demo newsroom ended with code ${code}`)));
    process.once('message', (data: unknown) => {
      resolve({ newsroom: Listening.parse(data).newsroom, stop: () => process.kill() });
    });
  });
}
