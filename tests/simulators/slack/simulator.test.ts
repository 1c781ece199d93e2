import type { HomeView, TableBlock } from '@slack/types';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackSimulator } from './simulator.ts';
import { startSlackSimulator } from './simulator.ts';

let simulator: SlackSimulator;
let client: WebClient;

const sound = { text: 'words', unfurl_links: false, unfurl_media: false, blocks: [{ type: 'divider' }] };
const retryConfig = { retries: 0 };

beforeEach(async () => {
  simulator = await startSlackSimulator();
  client = new WebClient(simulator.botToken, {
    slackApiUrl: simulator.apiUrl,
    retryConfig,
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
});
afterEach(() => simulator.stop());

describe('the simulated Slack, with the real client', () => {
  it('keeps posted messages and edits them', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: 'C1', ...sound });
    await client.chat.update({ channel: 'C1', ts, ...sound, text: 'other' });
    expect(simulator.workspace.messages).toMatchObject([{ channel: 'C1', ts, payload: { text: 'other' } }]);
    await expect(client.chat.update({ channel: 'C1', ts: '1.2', ...sound })).rejects.toThrow('message_not_found');
  });

  it('refuses an unsound message, and reports it when it stops', async () => {
    const unsound = { ...sound, blocks: Array(51).fill({ type: 'divider' }) };
    await expect(client.chat.postMessage({ channel: 'C1', ...unsound })).rejects.toThrow('invalid_blocks');
    const other = await startSlackSimulator();
    other.check(unsound);
    await expect(other.stop()).rejects.toThrow('blocks has 51, allowed are 50');
    expect(simulator.takeProblems()).toEqual(['blocks has 51, allowed are 50']);
  });

  it('keeps views and refuses unsound ones', async () => {
    const view: HomeView = { type: 'home', blocks: [{ type: 'divider' }] };
    await client.views.publish({ user_id: 'U1', view });
    expect(simulator.workspace.views).toEqual([view]);
    const table: TableBlock = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
    await expect(client.views.publish({ user_id: 'U1', view: { ...view, blocks: [table] } })).rejects.toThrow();
    expect(simulator.takeProblems()).toEqual(['blocks[0]: a home takes no table']);
  });

  it('wants the right token for each method', async () => {
    const as = (token?: string) => new WebClient(token, { slackApiUrl: simulator.apiUrl, retryConfig });
    await expect(as().auth.test()).rejects.toThrow('not_authed');
    await expect(as('xoxb-other').auth.test()).rejects.toThrow('invalid_auth');
    await expect(as(simulator.botToken).apps.connections.open({})).rejects.toThrow('not_allowed_token_type');
  });

  it('fails before or after the effect, as planned', async () => {
    const post = () => client.chat.postMessage({ channel: 'C1', ...sound });
    simulator.fail(
      'chat.postMessage',
      { kind: 'error-before', status: 500 },
      { kind: 'error-after', status: 500 },
      { kind: 'reset-after' },
      { kind: 'rate-limited', seconds: 3 },
    );
    const counts: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await expect(post()).rejects.toThrow();
      counts.push(simulator.workspace.messages.length);
    }
    expect(counts).toEqual([0, 1, 2, 2]);
  });

  it('holds an answer back as long as it is told to', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    simulator.fail('conversations.info', { kind: 'held', until: promise });
    let answered = false;
    const call = client.conversations.info({ channel: 'C1' }).then(() => {
      answered = true;
    });
    await client.auth.test();
    expect(answered).toBe(false);
    resolve();
    await call;
  });
});
