import type { ChainKind } from '../../../../shared/model/chain-entry.ts';
import type { PaperWords } from './paper-words.ts';

type EntryGroup = keyof PaperWords['entry'];

const groups: Readonly<Partial<Record<ChainKind, EntryGroup>>> = {
  'member-viewed': 'viewed',
  'conversation-viewed': 'viewed',
  'source-viewed': 'viewed',
  'member-added': 'changed',
  'member-changed': 'changed',
  'member-undone': 'changed',
  'member-erased': 'changed',
  'member-forgotten': 'changed',
  'member-merged': 'changed',
  'member-replaced': 'changed',
  'member-unmerged': 'changed',
  'member-copied': 'copied',
  print: 'copied',
  'member-disclosed': 'disclosed',
  'member-held': 'held',
  'member-released': 'held',
  'member-apart': 'compared',
  'member-apart-undone': 'compared',
  'member-requested': 'requested',
  'member-identified': 'requested',
  'member-unidentified': 'requested',
  'member-request-done': 'requested',
  'member-request-refused': 'requested',
  'member-request-reopened': 'requested',
  'member-data-given': 'given',
};

/** What an entry of the chain says to the person whom it is about: staff's own kinds are too many. */
export function entryGroup(kind: ChainKind): EntryGroup {
  return groups[kind] ?? 'other';
}
