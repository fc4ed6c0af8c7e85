import { isAbsolute, join, relative } from 'node:path';

/** The one address of the window's page. */
const pageOrigin = 'app://fumibako';
export const pageUrl = `${pageOrigin}/index.html`;

/**
 * The file below `folder` that an app:// address means; null for another host, a path that leads
 * out of the folder, or one that cannot be decoded.
 */
export function pageFile(folder: string, address: string): string | null {
  const url = parseUrl(address);
  if (url === null || url.protocol !== 'app:' || url.host !== 'fumibako') return null;
  const path = decode(url.pathname);
  if (path === null || path.includes('\0')) return null;
  const file = join(folder, path);
  const inside = relative(folder, file);
  // A drive letter or share makes the relative path absolute on Windows.
  if (inside === '' || inside.split(/[\\/]/)[0] === '..' || isAbsolute(inside)) return null;
  return file;
}

function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // Malformed percent encoding: RFC 3986 2.1.
    return null;
  }
}
