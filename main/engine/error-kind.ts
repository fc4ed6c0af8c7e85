import { constants } from 'node:os';
import { z } from 'zod';

/** The classes of errors that are told apart in the log; all others are `other`. */
const errorClasses = [
  'AbortError',
  'AggregateError',
  'Error',
  'RangeError',
  'ReferenceError',
  'SqliteError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'ZodError',
  'other',
] as const;

export const ErrorClass = z.enum(errorClasses);

/** The system's, Node's or SQLite's own code. Any other text in an error's `code` is no code. */
export const SystemCode = z.string().refine(isSystemCode).brand<'SystemCode'>();

export type ErrorKind = {
  readonly kind: z.infer<typeof ErrorClass>;
  readonly code: z.infer<typeof SystemCode> | null;
};

/** A bug's class and code, for the log. Its message may quote mail, and so may its name. */
export function errorKind(error: unknown): ErrorKind {
  if (!(error instanceof Error)) return { kind: 'other', code: null };
  const code = SystemCode.safeParse('code' in error ? error.code : null);
  return {
    kind: ErrorClass.catch('other').parse(error.name),
    code: code.success ? code.data : null,
  };
}

function isSystemCode(code: string): boolean {
  return Object.hasOwn(constants.errno, code) || /^(ERR|SQLITE)_[A-Z_]{2,40}$/.test(code);
}
