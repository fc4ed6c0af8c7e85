/* What stands in for the system browser of a test: opens the page of its second argument, and signs in there as its first. */
import { browseSignIn } from './browse-sign-in.ts';

const [login = '', url = ''] = process.argv.slice(2);
await browseSignIn(url, { login });
