import { guardProcess } from '../engine/egress/guard-process.ts';

// First import of the main process, which owns the window and needs no network of Node's and no other
// program. What is refused throws, and is logged as any bug is.
guardProcess({ refused: () => undefined, workerUrls: [], keepsElectron: true });
