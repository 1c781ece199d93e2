import { glob, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const { dependencies, engines } = z
  .object({ dependencies: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')));

/** The package that a module name belongs to: `@slack/bolt` of `@slack/bolt/dist/x`. */
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

describe('an installation without what development needs', () => {
  it('has the Node that the program asks for', async () => {
    const [, major = '', minor = ''] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? [];
    expect(await readFile('src/node-version.cjs', 'utf8')).toContain(`required = [${major}, ${minor}];`);
    const [installedMajor, installedMinor] = (dependencies['node'] ?? '').split('.').map(Number);
    expect(installedMajor).toBe(Number(major));
    expect(installedMinor).toBeGreaterThanOrEqual(Number(minor));
  });

  it('has every package that the program imports', async () => {
    const missing = new Set<string>();
    for await (const path of glob('src/**/*.ts')) {
      const text = await readFile(path, 'utf8');
      for (const [, name = ''] of text.matchAll(/^(?:import (?!type).*|\} )from '([^.'][^']*)';$/gm)) {
        if (!name.startsWith('node:') && dependencies[packageOf(name)] === undefined) missing.add(`${path}: ${name}`);
      }
    }
    expect([...missing]).toEqual([]);
  });
});
