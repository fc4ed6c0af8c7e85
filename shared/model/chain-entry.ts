import { z } from 'zod';
import { ConversationId, ErasureId, MemberId, MessageId, OutboxItemId, StaffId } from '../ids.ts';
import { DisclosableField } from './disclosable-field.ts';
import { CopiedField } from './member.ts';
import { LookUpPurpose } from './member-look-up.ts';
import { IdentityMethod, RequestKind } from './member-request.ts';
import { RetentionRule } from './retention.ts';
import { SectionId } from './section.ts';

/**
 * What leaves this computer. `outcome` tells what became of something that left, where that was not
 * plain success. `restored` begins a chain that goes back to an older one, `set-aside` one that begins
 * anew: the one before is beside the damaged database.
 */
export const leftKinds = [
  'mail',
  'exception',
  'member-data',
  'draft-copied',
  'attachment',
  'link',
  'contact',
  'member-copied',
  'print',
  'disclosure',
  'member-data-given',
  'backup',
  'outcome',
  'restored',
  'set-aside',
] as const;

/** Who saw or changed a reader's or member's data. */
export const auditKinds = [
  'chain-began',
  'conversation-viewed',
  'source-viewed',
  'draft-changed',
  'draft-discarded',
  'note-added',
  'note-changed',
  'note-removed',
  'messages-removed',
  'account-changed',
  'company-domains',
  'canned-reply-changed',
  'canned-reply-removed',
  'honorific-chosen',
  'member-viewed',
  'member-looked-up',
  'member-added',
  'member-changed',
  'member-undone',
  'member-erased',
  'member-returned',
  'members-imported',
  'import-finished',
  'import-undone',
  'member-forgotten',
  'copies-destroyed',
  'mails-deleted',
  'member-held',
  'member-released',
  'retention-rule-changed',
  'retention-rule-removed',
  'member-merged',
  'member-replaced',
  'member-unmerged',
  'member-apart',
  'member-apart-undone',
  'member-disclosed',
  'company-entered',
  'company-approved',
  'disclosure-asked',
  'disclosure-declined',
  'form-taught',
  'form-removed',
  'member-requested',
  'member-identified',
  'member-unidentified',
  'member-request-done',
  'member-request-refused',
  'member-request-reopened',
] as const;

export const ChainKind = z.enum([...leftKinds, ...auditKinds]);
export type ChainKind = z.infer<typeof ChainKind>;

/** What became of something that left, or was about to. */
export const LeftOutcome = z.enum([
  /** Permanently, or for now and tried again. */
  'refused',
  /** The server's answer was never heard. */
  'uncertain',
  /** It stayed here: taken back before the server had it, or the file could not be written. */
  'not-done',
  /** An uncertain one turned up in Sent. */
  'found-sent',
  /** Staff looked and decided about an uncertain one. */
  'settled-sent',
  'settled-again',
]);
export type LeftOutcome = z.infer<typeof LeftOutcome>;

/** Where a chain ends, in numbers: the sequence of its last entry and that entry's mac as hex. */
export const ChainHead = z.object({
  sequence: z.int().positive(),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ChainHead = Readonly<z.infer<typeof ChainHead>>;

/** What only some kinds say. */
export const ChainDetail = z.object({
  /** `outcome`, `member-undone`, `-unmerged`, `-erased`, `-disclosed`: the sequence of the entry that it is about. */
  concerns: z.int().optional(),
  outcome: LeftOutcome.optional(),
  /** `mail`: the envelope's sender and the server that it is handed to. */
  mailFrom: z.string().optional(),
  server: z.string().optional(),
  /** `mail`, `member-data-given`: the files that went with it; sizes in bytes. */
  attachments: z.array(z.object({ name: z.string(), size: z.int() })).optional(),
  /** `exception`: the Message-ID of the one letter that it is made for. */
  letter: z.string().optional(),
  /** `restored`: where the chain ended that the older one took the place of. */
  formerHead: ChainHead.nullable().optional(),
  /** What an import changed, and the import as a whole: its number. */
  import: z.int().optional(),
  /** `messages-removed`, `mails-deleted`, `members-imported`: how many. */
  count: z.int().optional(),
  /** `member-looked-up`: what for, and from the mail of which section. */
  purpose: LookUpPurpose.optional(),
  from: SectionId.optional(),
  /** `member-viewed`, `member-copied`: which field, never what it holds. */
  field: CopiedField.optional(),
  /** `member-merged`, `-replaced`, `-unmerged`, `member-apart`: the other member of the pair. */
  other: MemberId.optional(),
  /** `disclosure*`, `member-disclosed`: which fields, never what they hold; `member-viewed`: in a preview. */
  fields: z.array(DisclosableField).optional(),
  /** `disclosure*`: its number, and how many members it is of. */
  disclosure: z.int().optional(),
  members: z.int().optional(),
  /** `disclosure`, `company-*`: of the company's public key. */
  fingerprint: z.string().optional(),
  /** `member-request*`, `-identified`, `-unidentified`: the request's number, and what it asks for. */
  request: z.int().optional(),
  asked: RequestKind.optional(),
  /** `member-identified`: how. */
  method: IdentityMethod.optional(),
  /** `print`: of disclosures, of one member's, or of a certificate of erasure, not of a conversation or the ledger. */
  paper: z.enum(['disclosures', 'member-disclosures', 'erasure']).optional(),
  /**
   * `member-added`, `-changed`, `-undone`, `-merged`, `-replaced`, `-unmerged`: SHA-256 of what changed,
   * with its salt, as hex.
   * `disclosure`: of the encrypted file.
   */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** `retention-rule-changed`, `-removed`: the rule as it is or was; `member-forgotten`: by which. */
  rule: RetentionRule.optional(),
  /**
   * `member-erased` as the person asked, `member-returned`, `messages-removed`, `mails-deleted`: the number of
   * the certificate.
   */
  erasure: ErasureId.optional(),
  /** `member-forgotten`: earlier changes that had the field, and their digests without it. */
  rewrote: z.array(z.object({ sequence: z.int(), digest: z.string() })).optional(),
});
export type ChainDetail = Readonly<z.infer<typeof ChainDetail>>;

/** One entry of a section's chain, as it is shown. */
export const ChainEntry = z.object({
  sequence: z.int(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  kind: ChainKind,
  /** Null for what no person did: a server's answer, a backup by itself. */
  staffId: StaffId.nullable(),
  /** As the person was called then; '' when unknown. */
  staffName: z.string(),
  /** To whom, or whose data: an address, a host, the name of a file, the number of a member. */
  target: z.string(),
  /** In staff's own words; '' where the other fields say it. */
  reason: z.string(),
  conversationId: ConversationId.nullable(),
  messageId: MessageId.nullable(),
  outboxItemId: OutboxItemId.nullable(),
  detail: ChainDetail,
});
export type ChainEntry = Readonly<z.infer<typeof ChainEntry>>;

/** What a check of a whole chain found; `entries` is how many were read. */
export const ChainVerdict = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('whole'), entries: z.int(), head: ChainHead }),
  /** `sequence` is that of the first entry that is changed, gone, added or moved. */
  z.object({ outcome: z.literal('broken'), entries: z.int(), sequence: z.int() }),
  /** The head, which is kept apart, knows of an entry `sequence` that is not there any more. */
  z.object({ outcome: z.literal('tail-cut'), entries: z.int(), sequence: z.int() }),
  z.object({ outcome: z.enum(['head-missing', 'head-forged']), entries: z.int() }),
]);
export type ChainVerdict = Readonly<z.infer<typeof ChainVerdict>>;

/** Which entries to show. */
export const ChainQuery = z.object({
  side: z.enum(['left', 'audit']),
  /** Null for every kind of the side. */
  kind: ChainKind.nullable(),
  staffId: StaffId.nullable(),
  /** Looked for in whom it went to, who did it and why; '' matches everything. */
  query: z.string().max(200),
  /** From then on, and up to then, in milliseconds since the epoch. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
});
export type ChainQuery = Readonly<z.infer<typeof ChainQuery>>;
