import { readFileSync } from 'node:fs';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** The fuses that a release is made with, by the names that electron-builder has for them. */
export function configuredFuses(): Record<string, boolean> {
  const config = readFileSync(new URL('../../../../electron-builder.yml', import.meta.url), 'utf8');
  const block = /^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(config)?.[1] ?? '';
  const lines = block.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value] = line.trim().split(': ');
      return [name, value === 'true'];
    }),
  );
}

/** The same fuses as they are in an executable. */
export async function actualFuses(executable: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.keys(configuredFuses()).map((name) => {
      const option = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const fuse = FuseV1Options[option as keyof typeof FuseV1Options];
      return [name, wire[fuse] === FuseState.ENABLE];
    }),
  );
}
