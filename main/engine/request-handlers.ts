import type { requestCalls } from '../../shared/contract/request-calls.ts';
import type { CallInput, CallOutput } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import type { MimePool } from './mail/mime/worker-pool.ts';
import type { Desk } from './services/group-companies.ts';
import { previewHeldData, sendHeldData } from './services/held-data/release-held-data.ts';
import {
  enterRequest,
  finishRequest,
  identifyRequester,
  listRequests,
  refuseRequest,
  reopenRequest,
} from './services/member-requests.ts';
import type { FindSection, SectionContext } from './services/section-context.ts';

type RequestCall = keyof typeof requestCalls;
type RequestHandlers = {
  readonly [N in RequestCall]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
};

type Dependencies = {
  readonly find: FindSection;
  readonly desk: () => Desk;
  readonly mime: MimePool;
  readonly printPaper: (html: string) => Promise<Buffer | null>;
};

/** The calls about what members ask for, each as one line to its service. */
export function createRequestHandlers(deps: Dependencies): RequestHandlers {
  const { find, desk, mime } = deps;
  const atDesk =
    <Output, Input = unknown>(
      service: (
        section: SectionContext,
        input: Input,
        desk: Desk,
      ) => Result<Output> | Promise<Result<Output>>,
    ) =>
    async (input: Input): Promise<Result<Output>> => {
      const section = find('members');
      return section.ok ? service(section.value, input, desk()) : section;
    };
  return {
    'request.list': atDesk((section, _, now) => listRequests(section, now)),
    'request.enter': atDesk(enterRequest),
    'request.identify': atDesk(identifyRequester),
    'request.finish': atDesk(finishRequest),
    'request.refuse': atDesk(refuseRequest),
    'request.reopen': atDesk(reopenRequest),
    'request.preview': atDesk((section, input, now) => previewHeldData(section, mime, input, now)),
    'request.send': atDesk((section, input) => sendHeldData(section, input, deps)),
  };
}
