const megabyte = 1024 * 1024;

/** No provider takes a larger message. Bytes. */
export const largestMessage = 150 * megabyte;

/** What is kept of one that is not fetched as a whole: its head and its words, as a rule. Bytes. */
export const keptBeginning = 256 * 1024;

/**
 * What a server may make this process hold at once, well under the engine's 500 MB: a line of the UIDs
 * of three million messages, and one whole message. imapflow's own limits are a gigabyte.
 */
export const responseLimits = {
  maxLineLength: 32 * megabyte,
  maxLiteralSize: largestMessage,
  maxResponseSize: largestMessage + 10 * megabyte,
  maxResponseTokens: 300_000,
};
