import type { MimePool } from '../../main/engine/mail/mime/worker-pool.ts';

function unused(): never {
  throw new Error('there is nothing to parse');
}

/** For letters that quote nothing which does not stand in their text. */
export const noMime: MimePool = {
  parse: unused,
  tryParse: unused,
  ingest: unused,
  ingestMany: unused,
  readAttachment: unused,
  readInlineImages: unused,
  close: unused,
};
