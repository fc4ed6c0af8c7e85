import './egress/engine-guard.ts';
import { type EngineMessage, EngineRequest } from '../../shared/bridge.ts';
import { engineEvents } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/errors.ts';
import { systemClock } from './clock.ts';
import { csvWorkerUrl } from './csv-worker-url.ts';
import { refusals } from './egress/engine-guard.ts';
import { createEngine, type Engine } from './engine.ts';
import { errorKind } from './error-kind.ts';
import { scryptCost } from './keyring/passphrase-key.ts';
import { logToMain as log } from './log-to-main.ts';
import { logUncaught } from './log-uncaught.ts';
import { mimeWorkerUrl } from './mime-worker-url.ts';
import { createPaperLine } from './paper-line.ts';
import type { MessagePortMain } from './parent-port.ts';
import { parentPort } from './parent-port.ts';
import { type FromEngine, ToEngine } from './process-messages.ts';
import { createSecretLine } from './secret-line.ts';
import { storeWorkerUrl } from './store-worker-url.ts';

const main = parentPort();
let engine: Engine | null = null;
let page: MessagePortMain | null = null;

function tellMain(message: FromEngine): void {
  main.postMessage(message);
}

const secret = createSecretLine(() => tellMain({ kind: 'device-secret' }));
const paper = createPaperLine((id, html) => tellMain({ kind: 'print-paper', id, html }));
function tellDone(id: number, result: Result<null>): void {
  tellMain({ kind: 'done', id, error: result.ok ? null : result.error });
}

logUncaught(log, () => process.exit(1));

function tellPage(message: EngineMessage): void {
  page?.postMessage(message);
}

function connect(port: MessagePortMain | undefined): void {
  if (port === undefined) return;
  page?.close();
  page = port;
  port.on('message', ({ data }) => void answer(data));
  port.start();
}

/** The page is not trusted to send well-formed requests: what cannot be parsed is dropped. */
async function answer(data: unknown): Promise<void> {
  const request = EngineRequest.safeParse(data);
  if (!request.success || engine === null) {
    log('request.refused', {});
    return;
  }
  const { id, call, input } = request.data;
  tellPage({ kind: 'answer', id, result: await engine.call(call, input) });
}

async function start(message: Extract<ToEngine, { kind: 'start' }>): Promise<void> {
  engine = createEngine({
    dataFolder: message.dataFolder,
    nativeBinding: message.nativeBinding,
    csvWorkerUrl,
    mimeWorkerUrl,
    storeWorkerUrl,
    hasAutomaticBackups: message.demo === null,
    clock: systemClock,
    deviceSecret: secret.ask,
    printPaper: paper.print,
    scryptCost,
    random: Math.random,
    log,
    refusals,
    emit: (event, payload) => {
      tellPage({ kind: 'event', event, payload: engineEvents[event].parse(payload) });
    },
  });
  if (message.demo !== null) await engine.openDemo(message.demo);
  else await engine.resume(message.isFirstStart);
  tellMain({ kind: 'started' });
}

main.on('message', ({ data, ports }) => {
  const message = ToEngine.parse(data);
  switch (message.kind) {
    case 'start':
      start(message).catch((error: unknown) => {
        // Ended rather than half started: the main process starts another, and says so.
        log('start.failed', errorKind(error));
        process.exit(1);
      });
      break;
    case 'connect':
      connect(ports[0]);
      break;
    case 'save-attachment':
      void engine?.saveAttachment(message).then((result) => tellDone(message.id, result));
      break;
    case 'release-disclosure':
      void engine?.releaseDisclosure(message).then((result) => tellDone(message.id, result));
      break;
    case 'record-left':
      void engine
        ?.recordLeft(message.sectionId, message.left)
        .then((result) => tellDone(message.id, result));
      break;
    case 'device-secret':
      secret.receive(message.secret);
      break;
    case 'paper':
      paper.receive(message.id, message.pdf);
      break;
    case 'stop':
      void (engine?.close() ?? Promise.resolve()).finally(() => process.exit(0));
      break;
  }
});
