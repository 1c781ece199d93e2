import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';
import { asNpmDoes } from '../as-npm-does.ts';
import { runProgram } from '../cli/run-program.ts';
import { until } from '../until.ts';
import { rules } from '../zone-rules.ts';
import { folderOf, whole } from './folder.ts';

/** Compiled files of an operator's own, newer than all others. */
const newest = () => folderOf({ ...whole, 'tzdata.zi': '# version 2099z\n' });

describe('which time zone rules hold', () => {
  it('is told by doctor, with all that was looked at', async () => {
    const variables = { DATABASE_URL: `file:${join(newest(), 'bot.sqlite')}` };
    const { code, stdout } = await runProgram('cli', ['doctor'], '', variables);
    expect(stdout).toContain(`✓ Local times go by the time zone rules ${rules.version} of `);
    expect(stdout).toMatch(/\(.*\d{4}[a-z].*; .+\)/);
    expect(code).toBe(0);
    const folder = newest();
    const own = await runProgram('cli', ['doctor'], '', { ...variables, TZDIR: folder });
    expect(own.stdout).toContain(`✓ Local times go by the time zone rules 2099z of ${folder} (Node: `);
    const none = await runProgram('cli', ['doctor'], '', { ...variables, TZDIR: '/nowhere' });
    expect(none.stdout).toContain('/nowhere: no rules there, or none that tell their version');
  });

  it('stands in the log and in the metrics of a running bot', async () => {
    const folder = newest();
    const env = {
      ...{ PATH: process.env['PATH'], DATABASE_URL: `file:${join(folder, 'bot.sqlite')}` },
      ...{ PORT: '0', LOG_LEVEL: 'info', TZDIR: folder },
    };
    const child = spawn(process.execPath, [...asNpmDoes, 'src/main.ts'], {
      env,
      stdio: 'pipe',
    });
    const closed = once(child, 'close');
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    await until(() => {
      expect(stdout).toContain('The playground is at');
      expect(stdout).toMatch(/Local times go by.*\n/);
    });
    const line = stdout.split('\n').find((text) => text.includes('Local times go by')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      version: '2099z',
      source: folder,
      others: [{ name: 'Node' }, { name: 'moment-timezone' }],
    });
    const address = /^The playground is at (\S+)$/m.exec(stdout)?.[1];
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toContain(`bot_time_zone_rules_info{version="2099z",source="${folder}"} 1`);
    expect(metrics).toContain('bot_time_zone_rules_outdated 0');
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
  });

  it('is marked in the metrics where newer ones are known', async () => {
    const metrics = createMetrics();
    metrics.noteZones({ version: '2025b', source: 'Node', outdated: true });
    expect(await metrics.text()).toContain('bot_time_zone_rules_outdated 1');
  });
});
