/**
 * What the product itself never adds: Chromium refuses to run as root inside its sandbox, and on a
 * display without a graphics card it looks for one first, each time.
 */
export function testSwitches(): string[] {
  const isLinux = process.platform === 'linux';
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(isLinux ? ['--disable-gpu'] : []),
  ];
}
