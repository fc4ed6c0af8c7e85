import type { CallInput, CallOutput, EngineCallName } from '../../shared/contract.ts';
import { failure, type Result, success } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { Clock } from './clock.ts';
import { createConversationHandlers } from './conversation-handlers.ts';
import type { Refusals } from './egress/refusals.ts';
import type { MimePool } from './mail/mime/worker-pool.ts';
import { findPlaces } from './policy/postal-places.ts';
import { createRequestHandlers } from './request-handlers.ts';
import type { Sections } from './sections.ts';
import { changeAccount, checkAccount, getAccount } from './services/accounts.ts';
import type { BackupService } from './services/backups.ts';
import {
  bringCannedReplyBack,
  cannedHistory,
  countCannedReplyUse,
  eraseCannedReply,
  listCannedReplies,
  removeCannedReply,
  saveCannedReply,
} from './services/canned-replies.ts';
import { saveMember, undoChange } from './services/change-member.ts';
import { createLetterCheck } from './services/check-letter.ts';
import {
  closeConversation,
  keepDraft,
  listConversations,
  markSeen,
  readConversation,
} from './services/conversations.ts';
import { approveAll, decideRegistration, undoDecisions } from './services/decide-registration.ts';
import {
  askForDisclosure,
  declineDisclosure,
  listDisclosures,
  previewDisclosure,
  recordDisclosurePrint,
  recordDisclosuresNotPrinted,
  showDisclosure,
} from './services/disclosures.ts';
import {
  appendToDraftAttachment,
  beginDraftAttachment,
  choosePhotoSize,
  finishAttachment,
  listDraftAttachments,
  putBackAttachments,
  readDraftAttachment,
  removeAttachments,
  renameAttachment,
} from './services/draft-attachments.ts';
import { decideApart, findDuplicates, listPairs } from './services/duplicates.ts';
import { findEditedDraft, settleEditedDraft } from './services/edited-drafts.ts';
import { eraseMember, previewErasure } from './services/erase-member.ts';
import { listErasures, recordErasurePrint } from './services/erasure-certificates.ts';
import {
  listFormMails,
  readFormMail,
  retryFormMails,
  setMailAside,
} from './services/form-mails.ts';
import {
  listForms,
  listSampleMails,
  previewForm,
  readSampleMail,
  removeForm,
  teachForm,
} from './services/forms.ts';
import { approveCompany, listCompanies, readKey, saveCompany } from './services/group-companies.ts';
import { chooseHonorific, offerCannedReplies } from './services/honorifics.ts';
import { listLedger, recordPrint, verifyLedger } from './services/ledger.ts';
import { lookUpMember } from './services/look-up-member.ts';
import { cancelCheck, checkStore, reportMail } from './services/mail-report.ts';
import { memberHistory, revealChange } from './services/member-history.ts';
import { holdMember, releaseMember } from './services/member-holds.ts';
import type { MemberImportService } from './services/member-import/member-imports.ts';
import { memberNumbers } from './services/member-numbers.ts';
import { listMembers, readMember, revealField } from './services/members.ts';
import { comparePair, listMerges, mergeMembers, undoMerge } from './services/merge-members.ts';
import { readInlineAttachment, readMessage, readSource } from './services/messages.ts';
import { recordConversationPrint, recordNotPrinted } from './services/printing.ts';
import {
  byAdministrator,
  cancelRetention,
  countRule,
  previewRule,
  readRetention,
  remainingMembers,
  removeRule,
  runRetention,
  saveRule,
  switchRule,
} from './services/retention.ts';
import { claim } from './services/review-claims.ts';
import { listQueue, openRegistration } from './services/review-queue.ts';
import type { SectionContext } from './services/section-context.ts';
import { changeSectionSettings, getSectionSettings } from './services/section-settings.ts';
import { sendReply } from './services/send-reply.ts';
import type { SessionService } from './services/session.ts';
import type { StaffService } from './services/staff.ts';
import { findOutboxItems } from './store/outbox-items.ts';

export type HandlerDependencies = {
  readonly session: SessionService;
  readonly staff: StaffService;
  readonly backups: BackupService;
  readonly imports: MemberImportService;
  readonly sections: Sections;
  readonly mime: MimePool;
  readonly clock: Clock;
  readonly printPaper: (html: string) => Promise<Buffer | null>;
  readonly refusals: Refusals;
};

export type Handlers = {
  readonly [N in EngineCallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
};

/** Each call of the contract, as one line to the service that does it. */
export function createHandlers(deps: HandlerDependencies): Handlers {
  const { session, staff, backups, imports, sections, mime, clock, refusals } = deps;

  /**
   * What letters are held against, for whoever may open Members. To others no address is a member's:
   * a finding would tell them that it is.
   */
  const members = () => {
    const found = sections.find('members');
    return found.ok ? found.value.db : null;
  };
  const checkLetter = createLetterCheck(mime);
  const isAdministrator = () => session.state().staff?.role === 'administrator';
  const desk = () => ({ now: clock.now(), isAdministrator: isAdministrator() });

  /** Finds the section first, so that no service runs while locked or without its key. */
  function inSection<Input extends { readonly sectionId: SectionId }, Output>(
    service: (section: SectionContext, input: Input) => Result<Output> | Promise<Result<Output>>,
  ) {
    return async (input: Input): Promise<Result<Output>> => {
      const section = sections.find(input.sectionId);
      return section.ok ? service(section.value, input) : section;
    };
  }

  const decide = <Output>(
    section: SectionContext,
    change: Parameters<typeof byAdministrator<Output>>[1],
  ) => byAdministrator(section, change, isAdministrator(), clock.now());

  return {
    'session.state': async () => success(session.state()),
    'session.create': session.create,
    'session.unlock': session.unlock,
    'session.recover': session.recover,
    'session.forget': session.forget,
    'passphrase.change': session.changePassphrase,
    'recovery.renew': session.newSheet,

    ...staff,

    'section.list': async () => sections.list(),
    'section.reopen': async ({ sectionId }) => sections.reopen(sectionId),
    'section.quarantine': async ({ sectionId }) => sections.quarantine(sectionId),

    ...backups,
    'backup.make': inSection(({ backup }) => backup.make()),
    'backup.cancel': inSection(({ backup }) => {
      // Not awaited: SQLite hears of it only after the statement that it is at.
      void backup.cancel();
      return success(null);
    }),

    'account.get': inSection(getAccount),
    'account.test': inSection(checkAccount),
    'settings.get': inSection(getSectionSettings),
    'settings.change': inSection((section, input) =>
      changeSectionSettings(section, input, isAdministrator()),
    ),
    'account.save': inSection(changeAccount),
    'signIn.begin': inSection(({ browserSignIn }, input) => browserSignIn.begin(input)),
    'signIn.finish': inSection(({ browserSignIn }) => browserSignIn.finish()),
    'signIn.cancel': inSection(({ browserSignIn }) => {
      browserSignIn.cancel();
      return success(null);
    }),

    'sync.start': inSection(({ sync }) => {
      sync.start();
      return success(null);
    }),
    'sync.reconnect': inSection(({ sync }) => {
      sync.reconnect();
      return success(null);
    }),
    'sync.cancel': inSection(async ({ sync }) => {
      await sync.cancel();
      return success(null);
    }),

    'mail.report': inSection(reportMail),
    'mail.check': inSection(checkStore),
    'mail.cancelCheck': inSection(cancelCheck),

    'conversation.list': inSection(listConversations),
    'conversation.read': inSection(readConversation),
    'conversation.close': inSection(closeConversation),
    'conversation.markSeen': inSection(markSeen),

    'message.read': inSection((section, input) => readMessage(section, mime, input)),
    'message.fetch': inSection(({ bodies }, { messageId }) => bodies.needWhole(messageId)),
    'message.cancelFetch': inSection(({ bodies }, { messageId }) => {
      bodies.cancel(messageId);
      return success(null);
    }),
    'message.source': inSection(readSource),
    'attachment.read': inSection((section, input) => readInlineAttachment(section, mime, input)),

    'draft.save': inSection((section, input) => keepDraft(section, input, clock.now())),
    'editedDraft.find': inSection(findEditedDraft),
    'editedDraft.settle': inSection(settleEditedDraft),
    'letter.check': inSection((section, input) => checkLetter(section, input, members())),
    'reply.send': inSection((section, input) =>
      sendReply(section, mime, input, clock.now(), {
        isAdministrator: isAdministrator(),
        members: members(),
      }),
    ),

    'draftAttachment.list': inSection(listDraftAttachments),
    'draftAttachment.begin': inSection(beginDraftAttachment),
    'draftAttachment.append': inSection(appendToDraftAttachment),
    'draftAttachment.finish': inSection(finishAttachment),
    'draftAttachment.choose': inSection(choosePhotoSize),
    'draftAttachment.read': inSection(readDraftAttachment),
    'draftAttachment.rename': inSection(renameAttachment),
    'draftAttachment.remove': inSection((section, input) =>
      removeAttachments(section, input, clock.now()),
    ),
    'draftAttachment.putBack': inSection(putBackAttachments),

    'canned.list': inSection(listCannedReplies),
    'canned.history': inSection(cannedHistory),
    'canned.save': inSection((section, input) => saveCannedReply(section, input, clock.now())),
    'canned.remove': inSection((section, input) => removeCannedReply(section, input, clock.now())),
    'canned.bringBack': inSection(bringCannedReplyBack),
    'canned.erase': inSection(eraseCannedReply),
    'canned.used': inSection((section, input) => countCannedReplyUse(section, input, clock.now())),
    'canned.offer': inSection(offerCannedReplies),
    'honorific.choose': inSection(chooseHonorific),

    'outbox.list': inSection(({ db }) => success(findOutboxItems(db))),
    'outbox.retry': inSection(({ outbox }, { outboxItemId }) => outbox.retry(outboxItemId)),
    'outbox.reschedule': inSection(({ outbox }, { outboxItemId, schedule }) =>
      outbox.reschedule(outboxItemId, schedule),
    ),
    'outbox.dismiss': inSection(({ outbox }, { outboxItemId }) => outbox.dismiss(outboxItemId)),
    'outbox.withdraw': inSection(({ outbox }, { outboxItemId }) => outbox.withdraw(outboxItemId)),
    'outbox.settle': inSection(({ outbox }, input) =>
      outbox.settle(input.outboxItemId, input.decision),
    ),

    ...imports,
    'member.list': inSection(listMembers),
    'member.read': inSection(readMember),
    'member.lookUp': inSection((section, input) => {
      const found = sections.find('members');
      return found.ok ? lookUpMember(section, found.value, input, isAdministrator()) : found;
    }),
    'member.reveal': inSection(revealField),
    'member.numbers': inSection((section) => memberNumbers(section, clock.now())),
    'member.save': inSection((section, input) =>
      saveMember(section, input, clock.now(), isAdministrator()),
    ),
    'member.places': inSection((_, { postalCode }) => success(findPlaces(postalCode))),
    'member.history': inSection(memberHistory),
    'member.revealChange': inSection(revealChange),
    'member.undo': inSection((section, input) => undoChange(section, input, clock.now())),
    'member.hold': inSection((section, input) => holdMember(section, input, clock.now())),
    'member.release': inSection((section, input) =>
      releaseMember(section, input, isAdministrator()),
    ),

    'retention.read': inSection((section) => readRetention(section, clock.now())),
    'retention.saveRule': inSection((section, input) => decide(section, saveRule(input))),
    'retention.switchRule': inSection((section, input) => decide(section, switchRule(input))),
    'retention.removeRule': inSection((section, input) => decide(section, removeRule(input))),
    'retention.preview': inSection((section, input) => previewRule(section, input, clock.now())),
    'retention.count': inSection((section, input) => countRule(section, input, clock.now())),
    'retention.remaining': inSection(remainingMembers),
    'retention.run': inSection((section) => decide(section, runRetention)),
    'retention.cancel': inSection((section) => decide(section, cancelRetention)),

    'review.queue': inSection((section, input) => listQueue(section, input, clock.now())),
    'review.open': inSection((section, input) => openRegistration(section, input, clock.now())),
    'review.claim': inSection((section, input) => claim(section, input, clock.now())),
    'review.decide': inSection((section, input) =>
      decideRegistration(section, mime, input, clock.now()),
    ),
    'review.approveAll': inSection((section, input) => approveAll(section, input, clock.now())),
    'review.undo': inSection((section, input) => undoDecisions(section, input, clock.now())),

    'duplicate.find': inSection((section) => findDuplicates(section, clock)),
    'duplicate.list': inSection(listPairs),
    'duplicate.compare': inSection(comparePair),
    'duplicate.merge': inSection((section, input) => mergeMembers(section, input, clock.now())),
    'duplicate.undo': inSection((section, input) => undoMerge(section, input, clock.now())),
    'duplicate.merges': inSection((section) => listMerges(section, clock.now())),
    'duplicate.apart': inSection(decideApart),

    'company.list': inSection((section) => listCompanies(section, desk())),
    'company.readKey': inSection((_, input) => readKey(input, clock.now())),
    'company.save': inSection((section, input) => saveCompany(section, input, desk())),
    'company.approve': inSection((section, input) => approveCompany(section, input, desk())),
    'disclosure.preview': inSection((section, input) =>
      previewDisclosure(section, input, clock.now()),
    ),
    'disclosure.show': inSection((section, input) => showDisclosure(section, input, clock.now())),
    'disclosure.ask': inSection((section, input) => askForDisclosure(section, input, clock.now())),
    'disclosure.decline': inSection((section, input) => declineDisclosure(section, input, desk())),
    'disclosure.list': inSection((section, input) =>
      listDisclosures(section, input, isAdministrator()),
    ),
    'disclosure.print': inSection((section, input) =>
      recordDisclosurePrint(section, input, clock.now()),
    ),
    'disclosure.notPrinted': inSection(recordDisclosuresNotPrinted),

    'form.list': inSection((section) => listForms(section, isAdministrator())),
    'form.save': inSection((section, input) =>
      teachForm(section, input, clock.now(), isAdministrator()),
    ),
    'form.remove': inSection((section, input) => removeForm(section, input, isAdministrator())),
    'form.samples': inSection(listSampleMails),
    'form.sample': inSection((section, input) => readSampleMail(section, mime, input)),
    'form.preview': inSection(previewForm),
    'formMail.list': inSection(listFormMails),
    'formMail.read': inSection((section, input) => readFormMail(section, mime, input)),
    'formMail.retry': inSection((section, input) =>
      retryFormMails(section, mime, input, clock.now),
    ),
    'formMail.setAside': inSection(setMailAside),

    'erasure.preview': inSection((section, input) =>
      previewErasure(section, input, isAdministrator()),
    ),
    'erasure.erase': inSection((section, input) =>
      eraseMember(section, input, clock.now(), isAdministrator()),
    ),
    'erasure.list': inSection(listErasures),
    'erasure.print': inSection(recordErasurePrint),
    'erasure.notPrinted': inSection(recordDisclosuresNotPrinted),
    ...createConversationHandlers(sections.find, clock),
    ...createRequestHandlers({ ...deps, find: sections.find, desk }),

    'ledger.list': inSection(listLedger),
    'ledger.verify': inSection(verifyLedger),
    'ledger.print': inSection(recordPrint),
    'conversation.print': inSection((section, input) =>
      recordConversationPrint(section, input, clock.now()),
    ),
    'conversation.notPrinted': inSection(recordNotPrinted),
    'refusals.list': async () =>
      session.signedIn() === null ? failure('locked') : success([...refusals.list()]),
  };
}
