/**
 * Chromium's own ways to the network, closed before it starts: the window shows local files only,
 * and all mail traffic is the engine's.
 */
export const chromiumSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  // No proxy discovery, and no name is ever looked up.
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  [
    'disable-features',
    // WebRTC would announce itself over multicast DNS.
    'AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,OptimizationHints,SpareRendererForSitePerProcess,WebRtcHideLocalIpsWithMdns',
  ],
];
