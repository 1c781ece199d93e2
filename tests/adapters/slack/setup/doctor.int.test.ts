import { expect, it } from 'vitest';
import { diagnoseSlack } from '../../../../src/adapters/slack/setup/doctor.ts';
import { neededScopes } from '../../../../src/adapters/slack/connection/scopes.ts';
import { silent } from '../../../silent.ts';
import { startSlackSimulator } from '../../../simulators/slack/simulator.ts';

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
