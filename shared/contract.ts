import type { z } from 'zod';
import { answerCalls } from './contract/answer-calls.ts';
import { cannedCalls } from './contract/canned-calls.ts';
import { disclosureCalls } from './contract/disclosure-calls.ts';
import { draftAttachmentCalls } from './contract/draft-attachment-calls.ts';
import { duplicateCalls } from './contract/duplicate-calls.ts';
import { erasureCalls } from './contract/erasure-calls.ts';
import type { engineEvents, mainEvents } from './contract/events.ts';
import { folderCalls } from './contract/folder-calls.ts';
import { formCalls } from './contract/form-calls.ts';
import { ledgerCalls } from './contract/ledger-calls.ts';
import { lookUpCalls } from './contract/look-up-calls.ts';
import { mailCalls } from './contract/mail-calls.ts';
import { mailReportCalls } from './contract/mail-report-calls.ts';
import type { mainCalls } from './contract/main-calls.ts';
import { memberCalls } from './contract/member-calls.ts';
import { memberImportCalls } from './contract/member-import-calls.ts';
import { requestCalls } from './contract/request-calls.ts';
import { retentionCalls } from './contract/retention-calls.ts';
import { reviewCalls } from './contract/review-calls.ts';
import { savedSearchCalls } from './contract/saved-search-calls.ts';
import { sectionCalls } from './contract/section-calls.ts';
import { sessionCalls } from './contract/session-calls.ts';
import { stateCalls } from './contract/state-calls.ts';
import { tagCalls } from './contract/tag-calls.ts';

/** Answered by the engine process over its MessagePort. Inputs and outputs are parsed on both sides. */
export const engineCalls = {
  ...sessionCalls,
  ...savedSearchCalls,
  ...sectionCalls,
  ...mailCalls,
  ...mailReportCalls,
  ...folderCalls,
  ...answerCalls,
  ...cannedCalls,
  ...draftAttachmentCalls,
  ...stateCalls,
  ...tagCalls,
  ...ledgerCalls,
  ...memberCalls,
  ...lookUpCalls,
  ...memberImportCalls,
  ...retentionCalls,
  ...reviewCalls,
  ...duplicateCalls,
  ...disclosureCalls,
  ...formCalls,
  ...erasureCalls,
  ...requestCalls,
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
