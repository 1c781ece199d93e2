import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { closedPort } from '../simulators/closed-port.ts';
import { until } from '../until.ts';
import { containerOf } from './container.ts';
import { lastStage, readDockerfile } from './dockerfile.ts';
import { baseBytes, bytesBelow, followDockerfile } from './follow-dockerfile.ts';

/** In bytes: what the image may take on a disk. */
const most = 250_000_000;

/** It installs all packages anew, so it runs when it is asked for: `npm run image`, as root on Linux. */
describe.skipIf(process.env['IMAGE'] === undefined)('the image, made line by line as its Dockerfile says', () => {
  let place = '';
  let root = '';
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'image-'));
  });
  afterAll(() => rmSync(place, { recursive: true }));
  const container = () => {
    const volume = mkdtempSync(join(place, 'volume-'));
    spawnSync('chown', ['65532:65532', volume]);
    return { volume, ...containerOf(root, lastStage(readDockerfile()), volume) };
  };

  it('is made, has no shell and no npm, and takes no more than it may', () => {
    mkdirSync(join(place, 'build'));
    root = followDockerfile(join(place, 'build'));
    expect(existsSync(join(root, 'bin/sh'))).toBe(false);
    expect(existsSync(join(root, 'app/node_modules/npm'))).toBe(false);
    const bytes = bytesBelow(join(root, 'app')) + baseBytes;
    console.log(`The image takes ${Math.round(bytes / 1e6)} MB, ${baseBytes / 1e6} of them for its base.`);
    expect(bytes).toBeLessThan(most);
  });

  it('runs without rights and with a root that is read-only, says how it is, keeps its memory, and stops', async () => {
    const { start, health, volume } = container();
    const PORT = String(await closedPort());
    expect((await health({ PORT })).code).toBe(1);
    const bot = start({ PORT, LOG_LEVEL: 'info' });
    await until(() => expect(bot.output()).toContain('The playground is at'));
    // What the image was made with is kept in it.
    expect(bot.output()).not.toContain('Reading the question bank');
    expect(await health({ PORT })).toEqual({ code: 0, output: '' });
    const page = await fetch(`http://127.0.0.1:${PORT}/readyz`);
    expect([page.status, await page.json()]).toMatchObject([200, { ready: true }]);
    const status = spawnSync('ps', ['-o', 'uid=', '-p', String(bot.process.pid)], { encoding: 'utf8' });
    expect(status.stdout.trim()).toBe('65532');
    bot.process.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
    expect(existsSync(join(volume, 'bot.sqlite'))).toBe(true);
    expect((await health({ PORT })).code).toBe(1);
  });

  it('runs the other commands, too', async () => {
    const { start } = container();
    expect(await start({}, ['src/main.ts', '--version']).ended).toEqual({ code: 0, output: `${version}\n` });
    const doctor = await start({}, ['src/cli.ts', 'doctor']).ended;
    expect(doctor.output).toContain('Nothing is wrong.');
    expect(doctor.code).toBe(0);
  });
});
