import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackAdapter } from '../../../../src/adapters/slack/slack-adapter.ts';
import type { SlackConfig } from '../../../../src/adapters/slack/slack-config.ts';
import type { Fault } from '../../../../src/core/fault.ts';
import { closedPort } from '../../../simulators/closed-port.ts';
import type { SlackSimulator } from '../../../simulators/slack/simulator.ts';
import { startSlackSimulator } from '../../../simulators/slack/simulator.ts';
import { until } from '../../../until.ts';
import { echo } from '../applications.ts';
import { recordTo } from '../harness.ts';

let simulator: SlackSimulator;

beforeEach(async () => {
  simulator = await startSlackSimulator();
});
afterEach(() => simulator.stop());

async function startFault(config: Partial<SlackConfig>): Promise<Fault> {
  const { apiUrl, botToken, appToken } = simulator;
  const all = { apiUrl, botToken, mode: { kind: 'socket', appToken } as const, ...config };
  const adapter = createSlackAdapter({ config: all, application: echo(), log: recordTo([]) });
  const fault = await adapter.start().then(
    () => expect.unreachable(),
    (error: unknown) => error as Fault,
  );
  expect(fault.name).toBe('Fault');
  expect(`${fault.message} ${fault.hint}`).not.toMatch(/xoxb-\w|xapp-\w/);
  return fault;
}

describe('a start that cannot succeed', () => {
  it('names SLACK_BOT_TOKEN when Slack refuses it', async () => {
    const fault = await startFault({ botToken: 'xoxb-wrong' });
    expect(fault.code).toBe('slack-token');
    expect(fault.message).toBe('Slack refused SLACK_BOT_TOKEN: invalid_auth.');
    expect(fault.hint).toContain('https://api.slack.com/apps');
  });

  it('names SLACK_APP_TOKEN when Slack refuses it', async () => {
    const fault = await startFault({ mode: { kind: 'socket', appToken: 'xapp-wrong' } });
    expect(fault.code).toBe('slack-token');
    expect(fault.message).toContain('SLACK_APP_TOKEN: invalid_auth');
    expect(fault.hint).toContain('connections:write');
  });

  it('tells a token of the other kind', async () => {
    const fault = await startFault({ mode: { kind: 'socket', appToken: simulator.botToken } });
    expect(fault.message).toContain('SLACK_APP_TOKEN: not_allowed_token_type');
  });

  it('tells when Slack cannot be reached', async () => {
    const fault = await startFault({ apiUrl: `http://127.0.0.1:${await closedPort()}/api/` });
    expect(fault.code).toBe('slack-unreachable');
    expect(fault.hint).toContain('SLACK_API_URL');
  });

  it('tells when Slack limits the rate', async () => {
    simulator.fail('auth.test', { kind: 'rate-limited', seconds: 700 });
    expect((await startFault({})).hint).toContain('700 s');
  });
});

describe('a start in bad weather', () => {
  it('tries again when Slack fails twice', async () => {
    simulator.fail('auth.test', { kind: 'error-before', status: 503 }, { kind: 'reset-before' });
    const { apiUrl, botToken, appToken } = simulator;
    const config = { apiUrl, botToken, mode: { kind: 'socket', appToken } } as const;
    const adapter = createSlackAdapter({ config, application: echo(), log: recordTo([]) });
    await adapter.start();
    await adapter.stop();
  });

  it('waits while Slack limits the rate of connections, as long as it says', async () => {
    simulator.fail('auth.test', { kind: 'rate-limited', seconds: 0.1 });
    simulator.fail(
      'apps.connections.open',
      { kind: 'rate-limited', seconds: 0.1 },
      { kind: 'rate-limited', seconds: 0.2 },
      { kind: 'rate-limited', seconds: 0.1 },
    );
    const { apiUrl, botToken, appToken } = simulator;
    const config = { apiUrl, botToken, mode: { kind: 'socket', appToken } } as const;
    const adapter = createSlackAdapter({ config, application: echo(), log: recordTo([]) });
    await adapter.start();
    expect(simulator.sockets.count()).toBe(2);
    await adapter.stop();
  });

  it('is given up at once when it is stopped', async () => {
    simulator.fail('apps.connections.open', ...Array(2).fill({ kind: 'rate-limited', seconds: 50 }));
    const { apiUrl, botToken, appToken } = simulator;
    const config = { apiUrl, botToken, mode: { kind: 'socket', appToken } } as const;
    const adapter = createSlackAdapter({ config, application: echo(), log: recordTo([]) });
    const started = adapter.start().catch((error: unknown) => error);
    await until(() => expect(simulator.calls.map(({ method }) => method)).toContain('apps.connections.open'));
    await adapter.stop();
    expect(await started).toBeInstanceOf(Error);
  });
});
