/** As `mimeWorkerUrl`: beside this file in the bundle. */
export const csvWorkerUrl = new URL(
  process.env.FUMIBAKO_BUNDLED === '1' ? './csv-worker.js' : './csv-worker.ts',
  import.meta.url,
);
