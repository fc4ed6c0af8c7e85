import type { HoodiecrowServer } from 'hoodiecrow-imap';
import fetchHandlers from 'hoodiecrow-imap/lib/commands/handlers/fetch.js';

/** Makes up for what hoodiecrow-imap 2.1.0 gets wrong and a real server does not. */
export function repairHoodiecrow(server: HoodiecrowServer): void {
  // It parses a message before it hands out even its raw source: slow for a photo.
  for (const name of ['BODY', 'BODY.PEEK']) {
    server.fetchHandlers[name] = (connection, message, query) => {
      if (query.section?.length !== 0) return fetchHandlers[name]?.(connection, message, query);
      const [start = 0, length = message.raw.length] = query.partial ?? [];
      return { type: 'LITERAL', value: message.raw.slice(start, start + length) };
    };
  }

  server.outputHandlers.push((connection, response, description, parsed) => {
    // RFC 5161 3.2: ENABLE is answered by what was enabled; hoodiecrow only says OK.
    if (description === 'ENABLE') {
      connection.send({
        tag: '*',
        command: 'ENABLED',
        attributes: (connection.enabled ?? []).map((value) => ({ type: 'ATOM', value })),
      });
    }
    // RFC 7162 3.1.4.1: CHANGEDSINCE leaves out what did not change; hoodiecrow forgets that in
    // UID FETCH, though not in FETCH.
    const [sequence] = response.attributes ?? [];
    if (description === 'UID FETCH' && parsed?.changedsince !== undefined && response.tag === '*') {
      const message = connection.selectedMailbox?.messages[Number(sequence) - 1];
      if ((message?.MODSEQ ?? 0) <= parsed.changedsince) response.skipResponse = true;
    }
  });
}
