import type { ImapFlow } from 'imapflow';

/**
 * Deletes messages of the selected folder by their UIDs and nothing else. EXPUNGE alone would delete
 * whatever another program has marked (RFC 4315 2.1): a server that cannot name them keeps them with
 * the mark of deleted ones. False when it refuses.
 *
 * `range` is a sequence set of UIDs (RFC 9051 9).
 */
export async function deleteMessages(client: ImapFlow, range: string): Promise<boolean> {
  const isDone = client.capabilities.has('UIDPLUS')
    ? await client.messageDelete(range, { uid: true })
    : await client.messageFlagsAdd(range, ['\\Deleted'], { uid: true });
  return isDone === true;
}
