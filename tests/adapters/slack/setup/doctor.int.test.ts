import { expect, it } from 'vitest';
import { neededScopes } from '../../../../src/adapters/slack/connection/scopes.ts';
import { diagnoseSlack } from '../../../../src/adapters/slack/setup/doctor.ts';
import { silent } from '../../../silent.ts';
import { startSlackSimulator } from '../../../simulators/slack/simulator.ts';
import { installsOf } from '../../../whole/slack-workspaces.ts';

it('the doctor says what people miss without the right to read names, and nothing of it with that', async () => {
  const { apiUrl, botToken, appToken, workspace, stop } = await startSlackSimulator();
  const config = { apiUrl, botToken, mode: { kind: 'socket', appToken } } as const;
  const words = async () => (await diagnoseSlack(config, silent)).map(({ what }) => what).join('\n');
  try {
    expect(await words()).not.toContain('users:read');
    workspace.scopes = [...neededScopes];
    expect(await words()).toContain(
      'without users:read quizzes and boards show people by the names of their accounts (jdoe42).',
    );
  } finally {
    await stop();
  }
});

it('the doctor says whether Slack knows the app that workspaces install', async () => {
  const simulator = await startSlackSimulator();
  const { apiUrl, appToken } = simulator;
  const installs = installsOf(simulator);
  const words = async (clientSecret: string) => {
    const config = {
      apiUrl,
      botToken: null,
      mode: { kind: 'socket', appToken },
      installs: { ...installs, clientSecret },
    } as const;
    return (await diagnoseSlack(config, silent)).map(({ what, cure }) => `${what} ${cure}`).join('\n');
  };
  try {
    expect(await words(installs.clientSecret)).toContain('it knows the client id and secret');
    expect(await words('another-secret')).toMatch(/it says bad_client_secret\. Copy Client ID/);
  } finally {
    await simulator.stop();
  }
});
