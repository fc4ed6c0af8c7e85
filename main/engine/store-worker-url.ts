/** As `mimeWorkerUrl`: beside this file in the bundle. */
export const storeWorkerUrl = new URL(
  process.env.FUMIBAKO_BUNDLED === '1' ? './store-worker.js' : './store-thread/store-worker.ts',
  import.meta.url,
);
