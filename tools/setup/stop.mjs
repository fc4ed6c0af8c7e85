/** A reason to stop that a person can do something about; shown without a stack. */
export class Stop extends Error {}

/** Runs a launcher: a Stop is shown as it is, anything else is a bug with its stack. */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof Stop) console.error(`\n${error.message}\n`);
    else console.error(error);
    if (error.output) console.error(error.output.slice(-4000));
    process.exitCode = 1;
  }
}
