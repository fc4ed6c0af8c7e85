import type { ConversationId } from '../../../shared/ids.ts';
import { sectionIds } from '../../../shared/model/section.ts';
import type { EngineProcess } from '../engine-process.ts';
import type { SmtpServer } from '../smtp-server.ts';
import { waitFor } from '../wait-for.ts';
import type { Promises } from './promises.ts';
import { mailSection } from './work.ts';

/** After a restart: everything that was answered with ok is there, and nothing left twice. */
export async function checkPromises(
  engine: EngineProcess,
  promises: Promises,
  letters: ReadonlyMap<string, ConversationId>,
  smtp: SmtpServer,
): Promise<void> {
  for (const [subject, draft] of promises.drafts) {
    const conversationId = letters.get(subject);
    if (conversationId === undefined) throw new Error(`no letter ${subject}`);
    const input = { sectionId: mailSection, conversationId };
    const text = (await engine.ask('conversation.read', input)).drafts[0]?.text ?? '';
    const isKept = text.includes(draft.kept);
    const isAsked = draft.asked !== null && text.includes(draft.asked);
    if (!isKept && !isAsked) throw new Error(`the draft of ${subject} is lost: ${text}`);
    promises.drafts.set(subject, { kept: isAsked ? (draft.asked ?? '') : draft.kept, asked: null });
  }

  for (const [token, { isAnswered, ...reply }] of promises.replies) {
    // Staff press Send again, and the window has kept its token.
    if (!isAnswered) await engine.ask('reply.send', reply);
    promises.replies.set(token, { ...reply, isAnswered: true });
  }
  const waiting = await engine.ask('outbox.list', { sectionId: mailSection });
  const arrived = smtp.received.map(({ raw }) => raw.toString());
  for (const { content } of promises.replies.values()) {
    const { text } = content;
    const times = arrived.filter((raw) => raw.includes(text)).length;
    if (times > 1) throw new Error(`arrived ${times} times: ${text}`);
    const isWaiting = waiting.some((item) => item.text === text);
    if (times === 0 && !isWaiting) throw new Error(`lost: ${text}`);
  }

  for (const sectionId of sectionIds) {
    const { outcome } = await engine.ask('ledger.verify', { sectionId });
    if (outcome !== 'whole') throw new Error(`the chain of ${sectionId}: ${outcome}`);
  }

  const entries = await engine.ask('staff.list', null);
  const names = new Set([...entries.map(({ name }) => name), ...promises.staff.keys()]);
  names.delete('Hana');
  for (const name of names) {
    const entry = entries.find((one) => one.name === name);
    const found = entry === undefined ? null : { role: entry.role, sections: entry.sections };
    const expected = promises.staff.get(name) ?? null;
    if (!promises.doubtful.has(name) && describe(found) !== describe(expected)) {
      throw new Error(`${name}: ${describe(found)} instead of ${describe(expected)}`);
    }
    if (found === null) promises.staff.delete(name);
    else promises.staff.set(name, found);
  }
  promises.doubtful.clear();
}

/** Until changes of key that the kill cut short are ended. */
export async function whenOpen(engine: EngineProcess): Promise<void> {
  await waitFor(
    'every section to be open',
    async () =>
      (await engine.ask('section.list', null)).every(({ storeError }) => {
        if (storeError !== null && storeError.code !== 'section-busy') {
          throw new Error(`a section does not open: ${storeError.code}`);
        }
        return storeError === null;
      }),
    60_000,
  );
}

function describe(
  entry: { readonly role: string; readonly sections: readonly string[] } | null,
): string {
  return entry === null ? 'nobody' : `${entry.role} of ${[...entry.sections].sort().join(', ')}`;
}
