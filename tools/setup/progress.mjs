const isTerminal = process.stdout.isTTY === true;
/** How often a long step says that it is still at work, in ms. */
const everyMs = isTerminal ? 1000 : 15_000;

/** Says what is being done, how long it has taken so far, and that it is done. */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  let hasSpoken = false;
  const say = (words, end) => {
    hasSpoken = true;
    process.stdout.write(isTerminal ? `\r\u001b[K${words}${end}` : `${words}\n`);
  };
  const timer = setInterval(() => say(`  ${title}… ${seconds()} s`, ''), everyMs);
  say(`  ${title}…`, '');
  try {
    const result = await work();
    if (hasSpoken) say(`  ${title}: done in ${seconds()} s`, '\n');
    return result;
  } catch (error) {
    say(`  ${title}: failed after ${seconds()} s`, '\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
