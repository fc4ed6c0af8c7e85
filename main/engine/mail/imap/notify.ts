import type { ImapFlow } from 'imapflow';
import { isRefusal } from '../connection-error.ts';

type Token = { readonly type: 'ATOM'; readonly value: string } | readonly Token[];

/** imapflow has no word for NOTIFY (its version is pinned): what is used of it to say one's own. */
type Wire = {
  readonly exec: (
    command: string,
    attributes: readonly Token[],
  ) => Promise<{ readonly next: () => void }>;
  readonly untaggedHandlers: Record<string, () => Promise<void>>;
};

const messages = ['MessageNew', 'MessageExpunge', 'FlagChange'];

/**
 * Has the server tell of changes in every folder, not just in the selected one (RFC 5465); does
 * nothing where it does not offer that. `changed` is called for each word of a folder that is not
 * selected, or of one that was made, renamed or deleted.
 */
export async function notify(client: ImapFlow, changed: () => void): Promise<void> {
  if (!client.capabilities.has('NOTIFY')) return;
  const wire = client as unknown as Wire;
  const hear = async (): Promise<void> => changed();
  wire.untaggedHandlers.STATUS = hear;
  wire.untaggedHandlers.LIST = hear;
  try {
    const { next } = await wire.exec('NOTIFY', [
      atom('SET'),
      [atom('selected-delayed'), messages.map(atom)],
      [atom('personal'), [...messages, 'MailboxName'].map(atom)],
    ]);
    next();
  } catch (error) {
    if (!isRefusal(error) || !client.usable) throw error;
    // Not offered, then: other folders are asked about once a minute.
    client.capabilities.delete('NOTIFY');
  }
}

function atom(value: string): Token {
  return { type: 'ATOM', value };
}
