import { expect, it } from 'vitest';
import { parseMessage } from '../../../../main/engine/mail/mime/parse-message.ts';
import { senderDoubts } from '../../../../main/engine/policy/sender-doubts.ts';

const doubtsOf = async (...head: readonly string[]) => {
  const raw = Buffer.from(`${head.join('\r\n')}\r\nSubject: x\r\n\r\nText\r\n`);
  return senderDoubts(await parseMessage(raw), ['minato.example']);
};

it('has no doubt of a plain letter', async () => {
  expect(await doubtsOf('From: Mika <mika@reader.example>', 'Sender: MIKA@reader.example')).toEqual(
    [],
  );
  expect(await doubtsOf('From: "mika@reader.example" <mika@reader.example>')).toEqual([]);
  expect(await doubtsOf('From: =?utf-8?B?5bGx55Sw?= <yamada@xn--wgv71a119e.example>')).toEqual([]);
  expect(await doubtsOf('From: Desk <desk@minato.example>')).toEqual([]);
});

it('doubts a name that is another address', async () => {
  const address = 'x@phish.example';
  const doubt = { kind: 'name', named: 'ceo@minato.example', address };
  expect(await doubtsOf(`From: "ceo@minato.example" <${address}>`)).toEqual([doubt]);
  expect(await doubtsOf(`From: "CEO ceo＠minato.example" <${address}>`)).toEqual([doubt]);
});

it('names everyone who is said to have written it', async () => {
  const several = { kind: 'several', addresses: ['a@one.example', 'b@two.example'] };
  expect(await doubtsOf('From: A <a@one.example>, B <b@two.example>')).toEqual([several]);
  expect(await doubtsOf('From: A <a@one.example>', 'From: B <b@two.example>')).toEqual([several]);
});

it('names who sent it and where answers go, where these are others', async () => {
  const head = ['From: Mika <mika@reader.example>', 'Sender: bulk@sender.example'];
  expect(await doubtsOf(...head, 'Reply-To: Mika <mika@other.example>')).toEqual([
    { kind: 'sent-by', address: 'bulk@sender.example' },
    { kind: 'answers-to', addresses: ['mika@other.example'] },
  ]);
});

it('doubts a domain that looks like another', async () => {
  expect(await doubtsOf('From: Desk <desk@rninato.example>')).toEqual([
    { kind: 'passes-for', domain: 'rninato.example', company: 'minato.example' },
  ]);
  // "раураl" in Cyrillic, and one Cyrillic letter among Latin ones.
  for (const domain of ['раурас.example', 'pаypal.example'])
    expect(await doubtsOf(`From: Pay <pay@${domain}>`), domain).toMatchObject([
      { kind: 'scripts' },
    ]);
});

it('has the address that the letter is from, whatever stands before it', async () => {
  const raw = Buffer.from('From: Microsoft team ,_<x@phish.example>\r\n\r\nText\r\n');
  const { from } = await parseMessage(raw);
  expect(from[0]?.address).toBe('x@phish.example');
  expect(from[0]?.name).toContain('Microsoft team');
});
