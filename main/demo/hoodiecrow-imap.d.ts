/** The part of hoodiecrow-imap 2.1.0 that the demo newsroom uses; the package ships no types. */
declare module 'hoodiecrow-imap' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:tls';

  export type HoodiecrowMessage = {
    /** One character per byte ("binary" string). */
    readonly raw: string;
    readonly flags: string[];
    readonly internaldate: string;
    readonly uid?: number;
    readonly MODSEQ?: number;
  };

  export type HoodiecrowFolder = {
    readonly messages: HoodiecrowMessage[];
    readonly uidvalidity: number;
    readonly 'special-use'?: string;
  };

  export type HoodiecrowConnection = {
    state: string;
    server: HoodiecrowServer;
    readonly _notificationCallback: (notification: unknown) => void;
    /** Capabilities that the client enabled. */
    readonly enabled?: readonly string[];
    readonly selectedMailbox?: HoodiecrowFolder;
    readonly send: (
      response: HoodiecrowResponse,
      description?: string,
      parsed?: HoodiecrowCommand,
      data?: string,
    ) => void;
  };

  export type HoodiecrowResponse = {
    readonly tag: string;
    readonly command?: string;
    readonly attributes?: readonly unknown[];
    /** Set by an output handler to keep the response from being sent. */
    skipResponse?: boolean;
  };

  export type HoodiecrowCommand = {
    readonly tag: string;
    readonly changedsince?: number;
    readonly attributes?: readonly (
      | { readonly type: string; readonly value: string }
      | null
      | readonly unknown[]
    )[];
  };

  export type HoodiecrowFetchQuery = {
    readonly section?: readonly unknown[];
    readonly partial?: readonly number[];
  };

  export type HoodiecrowServer = EventEmitter & {
    /** The listening socket. */
    readonly server: Server;
    readonly fetchHandlers: Record<
      string,
      (
        connection: HoodiecrowConnection,
        message: HoodiecrowMessage,
        query: HoodiecrowFetchQuery,
      ) => unknown
    >;
    readonly outputHandlers: ((
      connection: HoodiecrowConnection,
      response: HoodiecrowResponse,
      description: string | undefined,
      parsed: HoodiecrowCommand | undefined,
    ) => void)[];
    readonly setCommandHandler: (
      command: string,
      handler: (
        connection: HoodiecrowConnection,
        parsed: HoodiecrowCommand,
        data: string,
        callback: () => void,
      ) => void,
    ) => void;
    readonly appendMessage: (
      folder: string,
      flags: readonly string[],
      internaldate: string,
      raw: string,
    ) => void;
    readonly listen: (port: number, host: string, listening: () => void) => void;
  };

  export default function hoodiecrow(options: {
    readonly secureConnection: boolean;
    readonly credentials: { readonly key: string; readonly cert: string };
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: Readonly<Record<string, unknown>>;
  }): HoodiecrowServer;
}

declare module 'hoodiecrow-imap/lib/commands/handlers/fetch.js' {
  import type {
    HoodiecrowConnection,
    HoodiecrowFetchQuery,
    HoodiecrowMessage,
  } from 'hoodiecrow-imap';

  const fetchHandlers: Record<
    string,
    (
      connection: HoodiecrowConnection,
      message: HoodiecrowMessage,
      query: HoodiecrowFetchQuery,
    ) => unknown
  >;
  export default fetchHandlers;
}
