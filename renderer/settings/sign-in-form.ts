import { SignIn, type SignInProvider } from '../../shared/model/sign-in.ts';

/** How a mailbox is signed in to, as it is typed. What another way than the chosen one has is kept. */
export type SignInForm = {
  readonly way: 'password' | SignInProvider;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly person: string;
  readonly tenant: string;
  readonly issuer: string;
  readonly scope: string;
};

export type SignInField = Exclude<keyof SignInForm, 'way'>;

/** What each provider is asked for, in the order of the form. */
export const signInFields: Readonly<Record<SignInForm['way'], readonly SignInField[]>> = {
  password: [],
  google: ['clientId', 'clientSecret', 'person'],
  microsoft: ['clientId', 'tenant', 'person'],
  other: ['issuer', 'scope', 'clientId', 'clientSecret', 'person'],
};

const empty: SignInForm = {
  way: 'password',
  clientId: '',
  clientSecret: '',
  person: '',
  tenant: 'organizations',
  issuer: '',
  scope: 'openid email offline_access',
};

export function signInForm(stored: SignIn | undefined): SignInForm {
  if (stored === undefined) return empty;
  const { provider, ...fields } = stored;
  return { ...empty, ...fields, way: provider };
}

export type SignInFieldErrors = Partial<Record<SignInField, 'required' | 'issuer' | 'tenant'>>;

type ReadSignIn =
  | { readonly ok: true; readonly signIn: SignIn | undefined }
  | { readonly ok: false; readonly errors: SignInFieldErrors };

export function readSignInForm(form: SignInForm): ReadSignIn {
  if (form.way === 'password') return { ok: true, signIn: undefined };
  const fields = signInFields[form.way];
  const typed = Object.fromEntries(fields.map((field) => [field, form[field].trim()]));
  const read = SignIn.safeParse({ provider: form.way, ...typed });
  if (read.success) return { ok: true, signIn: read.data };
  const errors: SignInFieldErrors = {};
  for (const { path } of read.error.issues) {
    const field = fields.find((candidate) => candidate === path[0]);
    if (field === undefined) continue;
    const isFilled = typed[field] !== '';
    errors[field] = isFilled && (field === 'issuer' || field === 'tenant') ? field : 'required';
  }
  return { ok: false, errors };
}
