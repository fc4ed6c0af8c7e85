import { expect, it } from 'vitest';
import { readResults } from '../../../../main/engine/mail/mime/read-results.ts';
import { failedChecks } from '../../../../main/engine/policy/authentication-results.ts';

it.each<[readonly string[], readonly string[]]>([
  [[], []],
  [['mx.minato.example; spf=pass smtp.mailfrom=minato.example; dkim=pass; dmarc=pass'], []],
  [['mx.minato.example; dmarc=fail (p=REJECT) header.from=minato.example'], ['dmarc']],
  [['mx.minato.example; spf=fail smtp.mailfrom=evil.example; dkim=none'], ['spf']],
  [['mx.minato.example; SPF=HardFail'], ['spf']],
  [['mx.minato.example; spf=softfail; dkim=neutral; dmarc=none'], []],
  [['mx.minato.example; none'], []],
  // A relay breaks SPF alone: DMARC says of the From whether it is right.
  [['mx.minato.example; spf=fail; dkim=pass; dmarc=pass'], []],
  [['mx.minato.example; dkim=fail header.s=old; dkim=pass header.s=new'], []],
  [['mx.minato.example; spf=none', 'mx.minato.example; dkim=fail'], ['dkim']],
  // Below our own server's stands whatever the sender wrote.
  [['mx.minato.example; dmarc=fail', 'other.example; dmarc=pass'], ['dmarc']],
  [['mx.minato.example; dmarc=none (dmarc=fail)'], []],
  // With our server's name in it too.
  [['mx.minato.example; dmarc=fail', 'mx.minato.example; dmarc=pass'], ['dmarc']],
  [['mx.minato.example; spf=fail', 'a.example; none', 'mx.minato.example; dmarc=pass'], ['spf']],
])('finds in %j what failed', (fields, failed) => {
  expect(failedChecks(fields)).toEqual(failed);
});

it('reads the fields of a raw message, folded or not, and none of its body', () => {
  const raw = [
    'Authentication-Results: mx.minato.example;',
    '\tspf=pass',
    'From: a@b.example',
    'authentication-results : other.example; spf=fail',
    '',
    'Authentication-Results: body.example; dmarc=fail',
  ].join('\r\n');
  expect(readResults(Buffer.from(raw))).toEqual([
    'mx.minato.example; spf=pass',
    'other.example; spf=fail',
  ]);
});
