import { expect, it } from 'vitest';
import { createConnection } from '../../src/app/connection.ts';
import { readinessOf } from '../../src/ops/readiness.ts';
import { silent } from '../silent.ts';

it('is ready though the platform refuses the credentials of one workspace among many, says how many, and names none', async () => {
  const connection = createConnection({ partOf: () => 'chat', now: () => 0, log: silent });
  const read = async () => {
    const adapters = [{ name: 'chat', connection }];
    return readinessOf({ isRunning: () => true, isStoreReady: async () => true, adapters });
  };
  connection.reports.heard('chat');
  expect(JSON.stringify(await read())).not.toContain('refusedWorkspaces');
  connection.reports.refusedIn('chat:T1', { problem: 'The token was revoked.', cure: 'Install it again.' });
  connection.reports.refusedIn('chat:T1', { problem: 'The token was revoked.', cure: 'Install it again.' });
  const refused = await read();
  expect(refused).toMatchObject({
    ready: true,
    state: { platforms: { chat: { connected: true, refusedWorkspaces: 1 } } },
  });
  expect(JSON.stringify(refused)).not.toContain('T1');
  connection.reports.refusedIn('chat:T1', null);
  expect(JSON.stringify(await read())).not.toContain('refusedWorkspaces');
});
