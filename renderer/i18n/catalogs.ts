import enAnswering from './en/answering.json' with { type: 'json' };
import enApp from './en/app.json' with { type: 'json' };
import enAttachments from './en/attachments.json' with { type: 'json' };
import enBackups from './en/backups.json' with { type: 'json' };
import enCanned from './en/canned.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enComposer from './en/composer.json' with { type: 'json' };
import enDisclosure from './en/disclosure.json' with { type: 'json' };
import enDuplicates from './en/duplicates.json' with { type: 'json' };
import enErasure from './en/erasure.json' with { type: 'json' };
import enError from './en/error.json' with { type: 'json' };
import enFolders from './en/folders.json' with { type: 'json' };
import enForms from './en/forms.json' with { type: 'json' };
import enImportError from './en/import-error.json' with { type: 'json' };
import enInbox from './en/inbox.json' with { type: 'json' };
import enKeyboard from './en/keyboard.json' with { type: 'json' };
import enLedger from './en/ledger.json' with { type: 'json' };
import enLookUp from './en/look-up.json' with { type: 'json' };
import enMailStatus from './en/mail-status.json' with { type: 'json' };
import enMembers from './en/members.json' with { type: 'json' };
import enNumbers from './en/numbers.json' with { type: 'json' };
import enOutbox from './en/outbox.json' with { type: 'json' };
import enPolicy from './en/policy.json' with { type: 'json' };
import enReading from './en/reading.json' with { type: 'json' };
import enRequestError from './en/request-error.json' with { type: 'json' };
import enRequests from './en/requests.json' with { type: 'json' };
import enRetention from './en/retention.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enSearch from './en/search.json' with { type: 'json' };
import enSession from './en/session.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enState from './en/state.json' with { type: 'json' };
import enTags from './en/tags.json' with { type: 'json' };
import jaAnswering from './ja/answering.json' with { type: 'json' };
import jaApp from './ja/app.json' with { type: 'json' };
import jaAttachments from './ja/attachments.json' with { type: 'json' };
import jaBackups from './ja/backups.json' with { type: 'json' };
import jaCanned from './ja/canned.json' with { type: 'json' };
import jaCommon from './ja/common.json' with { type: 'json' };
import jaComposer from './ja/composer.json' with { type: 'json' };
import jaDisclosure from './ja/disclosure.json' with { type: 'json' };
import jaDuplicates from './ja/duplicates.json' with { type: 'json' };
import jaErasure from './ja/erasure.json' with { type: 'json' };
import jaError from './ja/error.json' with { type: 'json' };
import jaFolders from './ja/folders.json' with { type: 'json' };
import jaForms from './ja/forms.json' with { type: 'json' };
import jaImportError from './ja/import-error.json' with { type: 'json' };
import jaInbox from './ja/inbox.json' with { type: 'json' };
import jaKeyboard from './ja/keyboard.json' with { type: 'json' };
import jaLedger from './ja/ledger.json' with { type: 'json' };
import jaLookUp from './ja/look-up.json' with { type: 'json' };
import jaMailStatus from './ja/mail-status.json' with { type: 'json' };
import jaMembers from './ja/members.json' with { type: 'json' };
import jaNumbers from './ja/numbers.json' with { type: 'json' };
import jaOutbox from './ja/outbox.json' with { type: 'json' };
import jaPolicy from './ja/policy.json' with { type: 'json' };
import jaReading from './ja/reading.json' with { type: 'json' };
import jaRequestError from './ja/request-error.json' with { type: 'json' };
import jaRequests from './ja/requests.json' with { type: 'json' };
import jaRetention from './ja/retention.json' with { type: 'json' };
import jaReview from './ja/review.json' with { type: 'json' };
import jaSearch from './ja/search.json' with { type: 'json' };
import jaSession from './ja/session.json' with { type: 'json' };
import jaSettings from './ja/settings.json' with { type: 'json' };
import jaState from './ja/state.json' with { type: 'json' };
import jaTags from './ja/tags.json' with { type: 'json' };

/** One namespace a feature. English is the shape that Japanese must have; a test compares them. */
export const catalogs = {
  en: {
    answering: enAnswering,
    app: enApp,
    attachments: enAttachments,
    backups: enBackups,
    canned: enCanned,
    common: enCommon,
    composer: enComposer,
    duplicates: enDuplicates,
    disclosure: enDisclosure,
    erasure: enErasure,
    error: { ...enError, ...enImportError, ...enRequestError },
    folders: enFolders,
    forms: enForms,
    inbox: enInbox,
    keyboard: enKeyboard,
    ledger: enLedger,
    'look-up': enLookUp,
    'mail-status': enMailStatus,
    members: enMembers,
    numbers: enNumbers,
    outbox: enOutbox,
    policy: enPolicy,
    reading: enReading,
    requests: enRequests,
    retention: enRetention,
    review: enReview,
    search: enSearch,
    session: enSession,
    settings: enSettings,
    state: enState,
    tags: enTags,
  },
  ja: {
    answering: jaAnswering,
    app: jaApp,
    attachments: jaAttachments,
    backups: jaBackups,
    canned: jaCanned,
    common: jaCommon,
    composer: jaComposer,
    duplicates: jaDuplicates,
    disclosure: jaDisclosure,
    erasure: jaErasure,
    error: { ...jaError, ...jaImportError, ...jaRequestError },
    folders: jaFolders,
    forms: jaForms,
    inbox: jaInbox,
    keyboard: jaKeyboard,
    ledger: jaLedger,
    'look-up': jaLookUp,
    'mail-status': jaMailStatus,
    members: jaMembers,
    numbers: jaNumbers,
    outbox: jaOutbox,
    policy: jaPolicy,
    reading: jaReading,
    requests: jaRequests,
    retention: jaRetention,
    review: jaReview,
    search: jaSearch,
    session: jaSession,
    settings: jaSettings,
    state: jaState,
    tags: jaTags,
  },
} as const;
