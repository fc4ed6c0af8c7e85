import { z } from 'zod';
import { DisclosureId, MemberId, MessageId } from '../ids.ts';
import { PreviewDigest } from '../model/disclosure.ts';
import { MailReport } from '../model/mail-report.ts';
import { CopiedField } from '../model/member.ts';
import { Preferences } from '../model/preferences.ts';
import { ShownScreen } from '../model/shown-screen.ts';
import { inAttachment, inSection, nothing } from './places.ts';

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
   * Asks where, then writes what an IT desk needs to find a fault: the log and how the section's mail
   * stands, without anybody's name or address. `saved: false` when staff cancel the dialog.
   */
  'log.save': {
    input: inSection.extend({ report: MailReport }),
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
  /**
   * Puts what a field of a member's record says on the clipboard; it is on record first. A
   * minute later the clipboard is emptied, unless something else is there by then.
   */
  'member.copy': {
    input: z.object({
      sectionId: z.literal('members'),
      memberId: MemberId,
      field: CopiedField,
      text: z.string().max(20_000),
    }),
    output: nothing,
  },
  /**
   * The second person's approval: asks where, then the engine encrypts what was shown to the
   * company's key and writes the one file. `saved: false` when staff cancel the dialog.
   */
  'disclosure.release': {
    input: z.object({
      sectionId: z.literal('members'),
      disclosureId: DisclosureId,
      /** Of the preview that was approved. */
      digest: PreviewDigest,
    }),
    output: z.object({ saved: z.boolean() }),
  },
} as const;
