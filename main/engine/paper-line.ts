export type PaperLine = {
  /** The page as PDF; null when it could not be made. */
  readonly print: (html: string) => Promise<Buffer | null>;
  /** The main process has answered. */
  readonly receive: (id: number, pdf: Uint8Array | null) => void;
};

/** Asks the main process, which has Chromium: this one has nothing that could make a PDF. */
export function createPaperLine(send: (id: number, html: string) => void): PaperLine {
  const waiting = new Map<number, (pdf: Buffer | null) => void>();
  let lastId = 0;
  return {
    print: (html) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        send(lastId, html);
      }),
    receive(id, pdf) {
      waiting.get(id)?.(pdf === null ? null : Buffer.from(pdf));
      waiting.delete(id);
    },
  };
}
