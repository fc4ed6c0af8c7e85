/** What a program of this folder is told: it works on the data folder as the one before it left it. */
export type Task = { readonly dataFolder: string; readonly members: number };

export function readTask(): Task {
  return JSON.parse(process.argv[2] ?? '') as Task;
}

/** Ends a program of this folder with what it measured, under the names of the last line. */
export function report(figures: Readonly<Record<string, number>>): never {
  console.log(JSON.stringify(figures));
  process.exit(0);
}
