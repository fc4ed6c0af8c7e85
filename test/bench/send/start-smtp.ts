import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SmtpWord } from './smtp-program.ts';

type Ready = Extract<SmtpWord, { kind: 'ready' }>;

export type BenchSmtp = Ready & {
  /** When the server's next 250 went out, in ms since 1970. Ask before sending. */
  readonly nextAnswer: () => Promise<number>;
  readonly stop: () => void;
};

/** Starts the server, whose work must not be on the clock of whoever sends. */
export async function startSmtp(): Promise<BenchSmtp> {
  const child = fork(fileURLToPath(new URL('./smtp-program.ts', import.meta.url)));
  const next = <Kind extends SmtpWord['kind']>(kind: Kind) =>
    new Promise<Extract<SmtpWord, { kind: Kind }>>((resolve) => {
      const listen = (word: SmtpWord) => {
        if (word.kind !== kind) return;
        child.off('message', listen);
        resolve(word as Extract<SmtpWord, { kind: Kind }>);
      };
      child.on('message', listen);
    });
  const ready = await next('ready');
  return {
    ...ready,
    nextAnswer: async () => (await next('answered')).at,
    stop: () => child.disconnect(),
  };
}
