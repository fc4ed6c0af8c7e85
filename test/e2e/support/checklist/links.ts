/** Nothing opens for these, whoever confirms them. */
export const refusedLinks = [
  'file:///etc/passwd',
  'file://server/share/x.exe',
  'smb://server/share',
  '\\\\server\\share\\x.exe',
  '//server/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'blob:app://fumibako/x',
  'app://fumibako/index.html',
  'vscode://x',
  'tel:+81312345678',
  '',
];

/** What opens once it was confirmed, as the question shows it. */
export const openedLinks: readonly (readonly [link: string, opened: string])[] = [
  ['http://example.com', 'http://example.com/'],
  ['mailto:desk@example.com', 'mailto:desk@example.com'],
  // The host behind the @, and a look-alike by its real name.
  ['https://bank.example@evil.example/', 'https://bank.example@evil.example/'],
  ['https://evil.example\\@bank.example/', 'https://evil.example/@bank.example/'],
  ['https://bаnk.example/', 'https://xn--bnk-6cd.example/'],
  ['https://ｂａｎｋ.example/', 'https://bank.example/'],
];
