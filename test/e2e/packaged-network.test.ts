import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sectionCanaries } from '../support/canary.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { isPromised, runInNamespace, whyNoNamespace } from './support/namespace/in-namespace.ts';
import { imapPlace, smtpPlace } from './support/namespace/places.ts';
import { TourReport } from './support/namespace/tour-report.ts';
import { inspectablePackage } from './support/packaged-app.ts';

/*
 * The packaged app, driven through everything that it does in a network of its own, with each packet
 * looked at. The test drives it from inside that network, over two ports of 127.0.0.1, and those two
 * alone are left out of the judgement.
 */
const program = fileURLToPath(new URL('./support/namespace/tour-program.ts', import.meta.url));
const folder = makeTemporaryFolder();
const reason = whyNoNamespace();
let report: TourReport;

if (reason !== null && !isPromised())
  console.log(`\n  *** Not watched here: the network of the packaged app (${reason}).\n`);

describe.skipIf(reason !== null && !isPromised())('the packaged app', () => {
  beforeAll(async () => {
    if (reason !== null) throw new Error(`Debian as root must have namespaces: ${reason}`);
    const executable = await inspectablePackage();
    report = TourReport.parse(await runInNamespace(program, [executable, folder]));
  }, 240_000);
  afterAll(() => removeFolder(folder));

  it('sends no packet but to its mail servers, and looks up no name but theirs', () => {
    expect(report.toured.strays).toEqual([]);
    expect(report.toured.lookUps).toEqual([imapPlace.name, smtpPlace.name]);
    expect(report.toured.packets).toBeGreaterThan(1000);
  });

  it('lets nobody on the way read a word of a contact, or a password', () => {
    expect(report.toured.readable).toEqual([]);
  });

  it('sends each answer to its one reader, and nothing of another reader with it', () => {
    const readers = Object.values(sectionCanaries).flat();
    const answered = new Set(report.mails.flatMap(({ to }) => to));
    expect([...answered].sort()).toEqual(readers.map(({ address }) => address).sort());
    expect(report.mails.filter(({ foreign }) => foreign.length > 0)).toEqual([]);
  });

  it('would not have got away with a beacon, a look-up, an announcement or a word in clear', () => {
    const [canary] = sectionCanaries['World Services'];
    expect(report.leaked.readable).toEqual([canary.address]);
    expect(report.leaked.strays.map((stray) => stray.replace(/ from \S+/, '')).sort()).toEqual([
      'look-up of tracker.example',
      'protocol 17 to 198.51.100.77 port 9',
      'protocol 17 to 2001:db8:bad::77 port 9',
      'protocol 17 to 224.0.0.251 port 5353',
      'protocol 6 to 198.51.100.77 port 443',
    ]);
  });
});
