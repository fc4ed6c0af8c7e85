/** Whether shortcuts use Cmd; from the browser, so that ui/ needs no call. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
