import { CommandError } from './run.mjs';

/** A reason to stop that a person can do something about; shown without a stack. */
export class Stop extends Error {}

/** Runs a launcher: a Stop and a failed command are shown as they are, a bug with its stack. */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CommandError)
      console.error(`${error.output.slice(-4000)}\n${error.message}`);
    else console.error(error instanceof Stop ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
