import { expect, it } from 'vitest';
import { describeLink, readableHost } from '../../../../renderer/reading/links/describe-link.ts';

function web(address: string, ...words: readonly string[]) {
  const description = describeLink(address, words);
  if (description?.kind !== 'web') throw new Error('not a web link');
  return description;
}

it('names the host that really opens, whatever stands before it', () => {
  expect(web('https://www.minato.example@lucky.example:8443/www.minato.example').host).toBe(
    'lucky.example:8443',
  );
});

it('shows a name in foreign letters both ways', () => {
  const link = web('https://xn--bcher-kva.example/');
  expect(link.host).toBe('xn--bcher-kva.example');
  expect(link.readableHost).toBe('bücher.example');
  expect(web('https://bücher.example/').host).toBe('xn--bcher-kva.example');
  expect(web('https://example.com/').readableHost).toBeNull();
});

it('decodes names as RFC 3492 section 7.1 gives them', () => {
  expect(readableHost('xn--ihqwcrb4cv8a8dqg056pqjye.example')).toBe('他们为什么不说中文.example');
  expect(readableHost('xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa.example')).toBe(
    'なぜみんな日本語を話してくれないのか.example',
  );
  expect(readableHost('xn--!!!.example')).toBe('xn--!!!.example');
});

it('tells when the words name another host than the link leads to', () => {
  expect(web('https://lucky.example/', 'https://www.minato.example/account').claimedHost).toBe(
    'www.minato.example',
  );
  expect(web('https://lucky.example/', 'minato.example').claimedHost).toBe('minato.example');
  expect(web('https://minato.example.lucky.example/', 'minato.example').claimedHost).toBe(
    'minato.example',
  );
});

it('does not cry wolf over words that are no address, or name the same site', () => {
  expect(web('https://example.com/', 'our report of 12.11').claimedHost).toBeNull();
  expect(web('https://example.com/', 'Read more').claimedHost).toBeNull();
  expect(web('https://www.example.com/a', 'example.com').claimedHost).toBeNull();
  expect(web('https://news.example.com/a', 'www.example.com').claimedHost).toBeNull();
  expect(web('https://example.com/', 'See https://example.com.').claimedHost).toBeNull();
  expect(web('https://example.com/', '（https://example.com）').claimedHost).toBeNull();
  expect(web('https://example.com/', 'https://example.comをご覧ください。').claimedHost).toBeNull();
  expect(web('https://www.日本.example/', 'https://www.日本.example').claimedHost).toBeNull();
});

it('takes trackers out and names them, and leaves the rest as it was spelled', () => {
  const link = web('https://example.com/a?id=a%2Fb&utm_source=mail&fbclid=1&q=%E6%97%A5#part');
  expect(link.url).toBe('https://example.com/a?id=a%2Fb&q=%E6%97%A5#part');
  expect(link.stripped).toEqual(['utm_source', 'fbclid']);
});

it('says when the connection is open to all', () => {
  expect(web('http://example.com/').isEncrypted).toBe(false);
  expect(web('https://example.com/').isEncrypted).toBe(true);
});

it('is not silenced by a second link to the same address that says something else', () => {
  expect(web('https://evil.example/', 'https://bank.example', '.').claimedHost).toBe(
    'bank.example',
  );
  expect(web('https://evil.example/', 'evil.example', 'bank.example').claimedHost).toBe(
    'bank.example',
  );
});

it('finds a claim among other words, in brackets, and with an address sign in its path', () => {
  expect(web('https://evil.example/', 'Sign in at https://bank.example now').claimedHost).toBe(
    'bank.example',
  );
  expect(web('https://evil.example/', '(https://bank.example/a').claimedHost).toBe('bank.example');
  expect(web('https://evil.example/', 'https://bank.example/@desk').claimedHost).toBe(
    'bank.example',
  );
  expect(web('https://evil.example/', `https://bank.example/${'a'.repeat(5000)}`).claimedHost).toBe(
    'bank.example',
  );
});

it('describes an address to write to as what opens, and nothing that does not', () => {
  expect(describeLink('mailto:desk@example.com?subject=x&bcc=y@example.com', [])).toEqual({
    kind: 'mail',
    url: 'mailto:desk@example.com?subject=x',
    address: 'desk@example.com',
    subject: 'x',
  });
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'app://fumibako/', 'data:text/html,x', 'x'])(
  'describes nothing that Fumibako does not open: %s',
  (address) => {
    expect(describeLink(address, [])).toBeNull();
  },
);
