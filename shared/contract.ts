import { z } from 'zod';
import { ConversationId, MessageId, OutboxItemId, StaffId } from './ids.ts';
import { AccountPasswords, AccountSettings, ConnectionReport } from './model/account.ts';
import { Backup, BackupName, BackupStatus, RestorePreview } from './model/backup.ts';
import { ChainEntry, ChainQuery, ChainVerdict } from './model/chain-entry.ts';
import { ConversationSummary, ConversationView } from './model/conversation.ts';
import { Draft } from './model/draft.ts';
import { MessageBody, MessageHeaders } from './model/message.ts';
import { OutboxItem } from './model/outbox-item.ts';
import { Preferences } from './model/preferences.ts';
import { ReplyTarget } from './model/reply-target.ts';
import { SectionId } from './model/section.ts';
import { SectionSummary } from './model/section-summary.ts';
import { SessionState } from './model/session.ts';
import { ShownScreen } from './model/shown-screen.ts';
import { StaffEntry, StaffName, StaffRole } from './model/staff.ts';
import { SyncStatus } from './model/sync-status.ts';

const nothing = z.null();
const inSection = z.object({ sectionId: SectionId });
const inConversation = inSection.extend({ conversationId: ConversationId });
const inMessage = inSection.extend({ messageId: MessageId });
const inOutboxItem = inSection.extend({ outboxItemId: OutboxItemId });
const ofBackup = inSection.extend({ name: BackupName });
const inAttachment = inMessage.extend({ index: z.int().nonnegative() });

/** Generous for a typed letter; a longer one is a mistake or an attack. */
const replyText = z.string().max(1_000_000);
const passphrase = z.string().min(1).max(1000);
const ofStaff = z.object({ staffId: StaffId });
/** Shown once, to be printed: `code` is what the recovery sheet says. */
const withSheet = z.object({ state: SessionState, code: z.string() });
/** To be handed over once: whoever signs in with it must choose another. */
const handedOver = z.object({ passphrase: z.string() });

/** Answered by the engine process over its MessagePort. Inputs and outputs are parsed on both sides. */
export const engineCalls = {
  'session.state': { input: nothing, output: SessionState },
  'session.create': {
    input: z.object({ name: StaffName, passphrase }),
    output: withSheet,
  },
  'session.unlock': {
    input: ofStaff.extend({
      passphrase,
      /** On this computer, where it has a keychain. Left out, it is as it was. */
      staysSignedIn: z.boolean().optional(),
    }),
    output: SessionState,
  },
  /** Whoever is signed in does not stay so on this computer. */
  'session.forget': { input: nothing, output: SessionState },
  /** Gives a profile another passphrase and every section, by the code on the recovery sheet. */
  'session.recover': {
    input: ofStaff.extend({ code: z.string().max(200), passphrase }),
    output: withSheet,
  },
  'passphrase.change': {
    input: z.object({ current: passphrase, next: passphrase }),
    output: SessionState,
  },
  /** A new recovery sheet; the last one opens nothing any more. */
  'recovery.renew': {
    input: z.object({ passphrase }),
    output: z.object({ code: z.string() }),
  },

  // For administrators.
  'staff.list': { input: nothing, output: z.array(StaffEntry) },
  'staff.add': {
    input: z.object({ name: StaffName, role: StaffRole, sections: z.array(SectionId) }),
    output: handedOver,
  },
  'staff.setRole': { input: ofStaff.extend({ role: StaffRole }), output: nothing },
  'staff.grant': { input: ofStaff.extend({ sectionId: SectionId }), output: nothing },
  /** Changes the section's key too: a kept copy of the old one opens nothing new. */
  'staff.withdraw': { input: ofStaff.extend({ sectionId: SectionId }), output: nothing },
  'staff.resetPassphrase': { input: ofStaff, output: handedOver },
  'staff.remove': { input: ofStaff, output: nothing },

  'section.list': { input: nothing, output: z.array(SectionSummary) },
  /** Tries again to open a section's database, once there is room on the disk, say. */
  'section.reopen': { input: inSection, output: nothing },
  /** Moves a damaged database that will not open aside, under a dated name, and starts an empty one. */
  'section.quarantine': { input: inSection, output: z.object({ keptAs: z.string() }) },
  /** Gives a section's file another key. */
  'section.rekey': { input: inSection, output: nothing },

  'backup.list': {
    input: inSection,
    output: z.object({
      /** Newest first. */
      backups: z.array(Backup),
      /** Null while the section is closed: it cannot be backed up. */
      status: BackupStatus.nullable(),
    }),
  },
  /** Answers when the backup is there and checked; `backup.changed` tells how far it is. */
  'backup.make': { input: inSection, output: nothing },
  'backup.cancel': { input: inSection, output: nothing },
  /** Opens and checks a backup, and says what it would change. */
  'backup.preview': { input: ofBackup, output: RestorePreview },
  /** Puts a backup in the place of the section's database, which is kept under the name answered. */
  'backup.restore': { input: ofBackup, output: z.object({ keptAs: z.string() }) },

  'account.get': { input: inSection, output: AccountSettings.nullable() },
  'account.test': {
    input: inSection.extend({ settings: AccountSettings, passwords: AccountPasswords }),
    output: ConnectionReport,
  },
  'account.save': {
    input: inSection.extend({ settings: AccountSettings, passwords: AccountPasswords }),
    output: nothing,
  },

  'sync.start': { input: inSection, output: nothing },
  'sync.cancel': { input: inSection, output: nothing },

  'conversation.list': {
    input: inSection.extend({
      view: ConversationView,
      /** Words that must all occur; '' lists everything. */
      query: z.string().max(500),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ total: z.int(), items: z.array(ConversationSummary) }),
  },
  /** Reading one that is not open opens it, and is on record. */
  'conversation.read': {
    input: inConversation,
    output: z.object({
      id: ConversationId,
      subject: z.string(),
      /** Oldest first. */
      messages: z.array(MessageHeaders),
      /** Replies of ours that are not among the messages yet, oldest first. */
      outbox: z.array(OutboxItem),
      draft: Draft.nullable(),
      /** What the draft was written to answer; null when that is not known, or gone. */
      draftTarget: ReplyTarget.nullable(),
      /** What a new reply answers: the newest message from a reader. */
      replyTo: ReplyTarget.nullable(),
    }),
  },
  /** It is not before the person any more: the next look at it is on record again. */
  'conversation.close': { input: inConversation, output: nothing },
  'conversation.markSeen': {
    input: inConversation.extend({ seen: z.boolean() }),
    output: nothing,
  },

  'message.read': { input: inMessage, output: MessageBody },
  /** The raw message, for "view source"; cut at 2 MB. */
  'message.source': { input: inMessage, output: z.object({ source: z.string() }) },
  /** For inline images; refused over 20 MB decoded. */
  'attachment.read': {
    input: inAttachment,
    output: z.object({
      mimeType: z.string(),
      content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    }),
  },

  /** An empty text deletes the draft. */
  'draft.save': {
    input: inConversation.extend({ text: replyText, messageId: MessageId.nullable() }),
    output: nothing,
  },
  'reply.send': {
    input: inConversation.extend({
      messageId: MessageId,
      text: replyText,
      /** The same token never queues twice: a double click sends once. */
      token: z.uuid(),
    }),
    output: OutboxItem,
  },

  'outbox.list': { input: inSection, output: z.array(OutboxItem) },
  'outbox.retry': { input: inOutboxItem, output: OutboxItem },
  /** Takes a queued or failed reply back into the conversation's draft. */
  'outbox.withdraw': { input: inOutboxItem, output: Draft },
  /** Staff decide about an uncertain reply after looking. */
  'outbox.settle': {
    input: inOutboxItem.extend({ decision: z.enum(['was-sent', 'send-again']) }),
    output: nothing,
  },

  'ledger.list': {
    input: inSection.extend(ChainQuery.shape),
    output: z.object({
      total: z.int(),
      /** Newest first. */
      items: z.array(ChainEntry),
      /** Everybody that an entry of the section names. */
      staff: z.array(z.object({ id: StaffId, name: z.string() })),
    }),
  },
  /** Looks at a section's whole chain. */
  'ledger.verify': { input: inSection, output: ChainVerdict },
  /** Before so many entries are printed. */
  'ledger.print': { input: inSection.extend({ count: z.int().nonnegative() }), output: nothing },
  /** What the engine was kept from reaching since it started, the newest last. */
  'refusals.list': {
    input: nothing,
    output: z.array(z.object({ what: z.string(), at: z.number() })),
  },
} as const;

/** Answered by the main process over `ipcRenderer.invoke`, after a check of the sender. */
export const mainCalls = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      demo: z.boolean(),
      /** A development runtime stands in for the official Electron. */
      fallbackRuntime: z.boolean(),
      platform: z.string(),
      /** The system keeps secrets: somebody can stay signed in on this computer. */
      hasKeychain: z.boolean(),
    }),
  },
  'preferences.get': { input: nothing, output: Preferences },
  'preferences.save': { input: Preferences, output: nothing },
  /** Another try after `engine.failed`. */
  'app.startEngine': { input: nothing, output: nothing },
  /**
   * Asks for a lock, and is answered before it: the page hears `lock.coming`, the engine ends, and
   * the keys with it, and a fresh page in a process of its own takes the place of this one.
   */
  'app.lock': { input: nothing, output: nothing },
  /** Prints the page that the window shows, by the system's dialog. `false` when staff cancel it. */
  'app.print': { input: nothing, output: z.object({ printed: z.boolean() }) },
  /** Some of it is to be kept out of screenshots (`contentProtection`). */
  'app.shows': { input: z.object({ screen: ShownScreen }), output: nothing },
  /** The answer to `lock.coming`: what was typed is stored, or cannot be. */
  'app.draftsStored': { input: nothing, output: nothing },
  /** Ends the demo newsroom and starts on the staff's own data. */
  'app.leaveDemo': { input: nothing, output: nothing },
  /** Asks where, then the engine writes the file. `saved: false` when staff cancel the dialog. */
  'attachment.save': {
    input: inAttachment.extend({ filename: z.string().max(500) }),
    output: z.object({ saved: z.boolean() }),
  },
  /**
   * Opens a confirmed http, https or mailto link in the system browser, trackers stripped. It is on
   * record first, with the message that it stands in where that is known, or does not open.
   */
  'link.open': {
    input: inSection.extend({ messageId: MessageId.nullable(), url: z.string().max(8192) }),
    output: nothing,
  },
  /** Puts a text with addresses of a message's head on the clipboard; they are on record first. */
  'contact.copy': {
    input: inSection.extend({
      contacts: z
        .array(z.object({ messageId: MessageId, address: z.string().max(320) }))
        .min(1)
        .max(500),
      text: z.string().max(1_000_000),
    }),
    output: nothing,
  },
} as const;

export const engineEvents = {
  'session.changed': SessionState,
  'sync.changed': SyncStatus,
  /** Counts or the list of a section changed; null ids when too many to name. */
  'section.changed': inSection.extend({ conversationIds: z.array(ConversationId).nullable() }),
  'outbox.changed': inSection,
  'backup.changed': BackupStatus,
} as const;

export const mainEvents = {
  /** A link in a message was clicked: the window asks before anything opens. */
  'link.requested': z.object({ url: z.string() }),
  /** A fresh locked engine is connected: after a lock, or because the last one ended. */
  'engine.started': z.object({ because: z.enum(['start', 'lock', 'crash']) }),
  /** Store what is typed and answer with `app.draftsStored`: the lock waits a second for it, no more. */
  'lock.coming': nothing,
  /** The engine ended again and again, and is left ended until staff ask for another try. */
  'engine.failed': nothing,
  'preferences.changed': Preferences,
  /** A menu item or its shortcut was chosen. */
  'menu.chosen': z.object({ item: z.enum(['settings', 'lock', 'next-section', 'search']) }),
} as const;

type CallMap = typeof engineCalls & typeof mainCalls;
export type CallName = keyof CallMap;
export type EngineCallName = keyof typeof engineCalls;
export type MainCallName = keyof typeof mainCalls;
export type CallInput<N extends CallName> = z.infer<CallMap[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<CallMap[N]['output']>;

type EventMap = typeof engineEvents & typeof mainEvents;
export type EventName = keyof EventMap;
export type EngineEventName = keyof typeof engineEvents;
export type EventPayload<N extends EventName> = z.infer<EventMap[N]>;
