import { afterAll, beforeAll } from 'vitest';
import { type Dovecot, startDovecot } from './dovecot.ts';

/**
 * A Dovecot for each name, there while the tests of a file run, with what it is to offer; undefined for
 * all that it can. All have the same users. Answers with the one of a name.
 */
export function severalDovecots(
  capabilities: Readonly<Record<string, string | undefined>>,
  users: readonly string[],
): (name: string) => Dovecot {
  const started = new Map<string, Dovecot>();
  beforeAll(async () => {
    for (const [name, capability] of Object.entries(capabilities))
      started.set(name, await startDovecot(users, capability === undefined ? {} : { capability }));
  });
  afterAll(async () => {
    for (const dovecot of started.values()) await dovecot.stop();
  });
  return (name) => {
    const dovecot = started.get(name);
    if (dovecot === undefined) throw new Error(name);
    return dovecot;
  };
}
