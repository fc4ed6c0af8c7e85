import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { foldText } from '../../../shared/fold-text.ts';
import { findMembers } from '../store/member-list.ts';
import { findSender } from '../store/messages.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** So many share one address at most: a household, or records that are of one person. */
const shown = 50;

/**
 * Whose record has the address that a letter came from. The Members section has on record who asked, what
 * for and whom they were shown, before anybody is: the letter's own section keeps nothing of it, and
 * neither keeps the address.
 */
export function lookUpMember(
  mail: SectionContext,
  members: Pick<SectionContext, 'db' | 'ledger'>,
  { sectionId, messageId, purpose, words }: CallInput<'member.lookUp'>,
  isAdministrator: boolean,
): Result<CallOutput<'member.lookUp'>> {
  if (!isAdministrator) return failure('administrator-needed');
  if (purpose === 'other' && words === '') return failure('bad-request');
  const sender = findSender(mail.db, messageId);
  if (sender === null || sender.direction === 'out') return notFound;
  const search = { kind: 'email', folded: foldText(sender.address) } as const;
  const { items } = findMembers(members.db, search, { offset: 0, limit: shown });
  const kind = 'member-looked-up';
  const found =
    items.length === 0
      ? [{ kind, target: '' } as const]
      : items.map(({ id }) => aboutMember(kind, id));
  members.ledger.write((write) => {
    for (const one of found) write({ ...one, reason: words, detail: { purpose, from: sectionId } });
  });
  return success(items);
}
