/** esbuild sets FUMIBAKO_BUNDLED in the bundle, where the worker is a file beside this one. */
export const mimeWorkerUrl = new URL(
  process.env.FUMIBAKO_BUNDLED === '1' ? './mime-worker.js' : './mail/mime-worker.ts',
  import.meta.url,
);
