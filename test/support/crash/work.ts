import { randomUUID } from 'node:crypto';
import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { EngineProcess } from '../engine-process.ts';
import { plainLetter } from '../plain-letter.ts';
import { newText, type Promises } from './promises.ts';
import type { Random } from './seeded.ts';

export type Work = {
  readonly engine: EngineProcess;
  readonly random: Random;
  readonly promises: Promises;
  /** The letters that are written to, by subject. */
  readonly letters: ReadonlyMap<string, ConversationId>;
  readonly deliver: () => void;
  /** What is being done at this moment. */
  readonly doing: Set<string>;
};

export const mailSection: SectionId = 'world-services';
/** Those whose keys, backups and people change. */
const changing: readonly SectionId[] = [mailSection, 'members'];
const mostStaff = 3;

/** Works in three places at once until the engine is gone. */
export async function workUntilKilled(work: Work): Promise<void> {
  await Promise.all([repeat(work, write), repeat(work, administer), repeat(work, sync)]);
}

async function repeat(work: Work, step: (work: Work) => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await step(work);
    } catch (error) {
      if (error instanceof Error && error.message === 'the engine ended') return;
      throw error;
    }
  }
}

async function during<T>({ doing }: Work, what: string, work: () => Promise<T>): Promise<T> {
  doing.add(what);
  const result = await work();
  doing.delete(what);
  return result;
}

async function write(work: Work): Promise<void> {
  const { engine, random, promises, letters } = work;
  const [subject, conversationId] = random.pick([...letters]);
  const inConversation = { sectionId: mailSection, conversationId };
  const draft = promises.drafts.get(subject) ?? { kept: '', asked: null };
  promises.drafts.set(subject, draft);
  if (random.next() < 0.7) {
    draft.asked = newText('Draft');
    const input = {
      ...inConversation,
      kind: 'reply' as const,
      content: plainLetter(draft.asked),
      messageId: null,
    };
    const saved = await during(work, 'draft', () => engine.call('draft.save', input));
    if (saved.ok) draft.kept = draft.asked;
    draft.asked = null;
    return;
  }
  const read = await engine.call('conversation.read', inConversation);
  if (!read.ok || read.value.replyTo === null) return;
  const { messageId, recipient } = read.value.replyTo;
  if (!recipient.allowed) return;
  const token = randomUUID();
  const reply = {
    ...inConversation,
    kind: 'reply' as const,
    messageId,
    content: plainLetter(newText('Reply')),
    to: [recipient.recipient.address],
    token,
  };
  promises.replies.set(token, { ...reply, isAnswered: false });
  draft.asked = '';
  const sent = await during(work, 'reply', () => engine.call('reply.send', reply));
  if (sent.ok) {
    draft.kept = '';
    promises.replies.set(token, { ...reply, isAnswered: true });
  } else promises.replies.delete(token);
  draft.asked = null;
}

async function administer(work: Work): Promise<void> {
  const { engine, random } = work;
  const sectionId = random.pick(changing);
  switch (random.below(5)) {
    case 0:
      await during(work, 'backup', () => engine.call('backup.make', { sectionId }));
      return;
    case 1:
      await during(work, 're-key', () => engine.call('section.rekey', { sectionId }));
      return;
    case 2: {
      const list = await engine.call('backup.list', { sectionId });
      if (!list.ok || list.value.backups.length === 0) return;
      const { name } = random.pick(list.value.backups);
      await during(work, 'restore', () => engine.call('backup.restore', { sectionId, name }));
      return;
    }
    default:
      await during(work, 'staff', () => changeStaff(work));
  }
}

async function changeStaff({ engine, random, promises }: Work): Promise<void> {
  const { staff, doubtful } = promises;
  const entries = await engine.call('staff.list', null);
  if (!entries.ok) return;
  const others = entries.value.filter(({ name }) => name !== 'Hana');
  if (others.length < mostStaff && random.next() < 0.6) {
    const name = `Staff ${randomUUID()}`;
    const input = { name, role: 'staff' as const, sections: [...changing] };
    doubtful.add(name);
    const added = await engine.call('staff.add', input);
    if (added.ok) staff.set(name, { role: input.role, sections: input.sections });
    doubtful.delete(name);
    return;
  }
  if (others.length === 0) return;
  const { id: staffId, name, sections, role } = random.pick(others);
  doubtful.add(name);
  if (random.next() < 0.4) {
    const removed = await engine.call('staff.remove', { staffId });
    if (removed.ok) staff.delete(name);
    else return;
  } else {
    const sectionId = random.pick(changing);
    const call = sections.includes(sectionId) ? 'staff.withdraw' : 'staff.grant';
    const changed = await engine.call(call, { staffId, sectionId });
    // A withdrawal that says it is not done may be half done: asked again later.
    if (!changed.ok) return;
    const rest = sections.filter((one) => one !== sectionId);
    staff.set(name, { role, sections: call === 'staff.grant' ? [...rest, sectionId] : rest });
  }
  doubtful.delete(name);
}

async function sync(work: Work): Promise<void> {
  const { engine, deliver, random } = work;
  deliver();
  await during(work, 'sync', () => engine.call('sync.start', { sectionId: mailSection }));
  await new Promise((resolve) => setTimeout(resolve, 50 + random.below(200)));
  await engine.call('section.list', null);
}
