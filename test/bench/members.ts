/**
 * Members, 100,000 of them: how long a file of them takes to import and to take back, a search among
 * them, a page of the review queue, and to find who is there twice, how many of them are found and
 * rightly so, and how long the engine lets others wait meanwhile at the longest. Each measurement is a
 * program in members/ that goes on with what the one before it left, or with members of its own.
 * Run: npm run bench -- members
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Task } from './members/measurement.ts';
import { runChild } from './run-child.ts';

const programs = ['import-members', 'search-members', 'undo-import', 'page-queue', 'find-pairs'];

const members = Number(process.argv[2] ?? 100_000);
const dataFolder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
const figures = new Map<string, number>();
try {
  for (const program of programs) {
    const task: Task = { dataFolder, members };
    const measured = await runChild<Record<string, number>>(`./members/${program}.ts`, task);
    console.log(`${program}: ${JSON.stringify(measured, (_, figure) => round(figure))}`);
    // Of what several measured, the worst.
    for (const [name, figure] of Object.entries(measured))
      figures.set(name, Math.max(figure, figures.get(name) ?? 0));
  }
  console.log(JSON.stringify(Object.fromEntries(figures), (_, figure) => round(figure)));
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}

function round(figure: unknown): unknown {
  return typeof figure === 'number' ? Math.round(figure * 1000) / 1000 : figure;
}
