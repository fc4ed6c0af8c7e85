import { z } from 'zod';

export const signInProviders = ['google', 'microsoft', 'other'] as const;
export type SignInProvider = (typeof signInProviders)[number];

const common = {
  /** Under which the newsroom is registered with the provider (RFC 6749 2.2). */
  clientId: z.string().trim().min(1).max(500),
  /** Who signs in, where it is another than the mailbox's user: a delegate of a shared mailbox. Or ''. */
  person: z.string().trim().max(320),
};

/** Some providers give one to apps on a desk; it keeps nothing secret there (RFC 8252 8.5). Or ''. */
const clientSecret = z.string().trim().max(500);

/** Signing in at a provider's own page in the system browser (RFC 8252) instead of with a password. */
export const SignIn = z.discriminatedUnion('provider', [
  z.object({ provider: z.literal('google'), ...common, clientSecret }),
  z.object({
    provider: z.literal('microsoft'),
    ...common,
    /** The directory's name or id; `organizations` for any. */
    tenant: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9.-]{1,253}$/),
  }),
  z.object({
    provider: z.literal('other'),
    ...common,
    clientSecret,
    /** As in OpenID Connect Discovery 1.0. */
    issuer: z
      .url({ protocol: /^https$/ })
      .trim()
      .max(1000),
    /** Space-separated (RFC 6749 3.3). */
    scope: z.string().trim().min(1).max(1000),
  }),
]);
export type SignIn = Readonly<z.infer<typeof SignIn>>;

/** Whether what was given for one is given for the other. */
export function isSameSignIn(one: SignIn | undefined, other: SignIn | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof SignIn>;
  return [...names].every((name) => one[name] === other[name]);
}
