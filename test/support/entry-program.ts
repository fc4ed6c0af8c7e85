/* The engine's real entry in a plain Node process: tries a way out when it is told to. */
const main = {
  on: () => undefined,
  // The log, for whoever reads what this program says.
  postMessage: (message: unknown) => process.stderr.write(`${JSON.stringify(message)}\n`),
};
Object.assign(process, { parentPort: main });
await import('../../main/engine/index.ts');
// Behind the entry, as whatever the engine loads is.
const { refusals } = await import('../../main/engine/egress/engine-guard.ts');
const { attempts } = await import('../main/engine/egress/attempts.ts');

process.on('message', async ({ name, port }: { name: string; port: number }) => {
  const attempt = attempts.find((one) => one[0] === name)?.[2];
  const before = refusals.list().length;
  let code: unknown = 'it went through';
  try {
    await attempt?.(port);
  } catch (error) {
    code = error instanceof Error && 'code' in error ? error.code : String(error);
  }
  process.send?.({ code, recorded: refusals.list().slice(before) });
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
