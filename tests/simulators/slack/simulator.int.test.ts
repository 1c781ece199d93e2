import { once } from 'node:events';
import { createConnection } from 'node:net';
import type { HomeView, TableBlock } from '@slack/types';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackSimulator } from './simulator.ts';
import { startSlackSimulator } from './simulator.ts';

let simulator: SlackSimulator;
let client: WebClient;

const content = { text: 'words', blocks: [{ type: 'divider' }] };
const sound = { ...content, unfurl_links: false, unfurl_media: false };
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
    await client.chat.update({ channel: 'C1', ts, ...content, text: 'other' });
    expect(simulator.workspace.messages).toMatchObject([{ channel: 'C1', ts, payload: { text: 'other' } }]);
    await expect(client.chat.update({ channel: 'C1', ts: '1.2', ...content })).rejects.toThrow('message_not_found');
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

  it('does the work and never answers, or answers late, as planned', async () => {
    simulator.fail('chat.postMessage', { kind: 'silent' }, { kind: 'slow', milliseconds: 50 });
    const impatient = new WebClient(simulator.botToken, {
      slackApiUrl: simulator.apiUrl,
      retryConfig,
      timeout: 100,
      logLevel: LogLevel.ERROR,
    });
    await expect(impatient.chat.postMessage({ channel: 'C1', ...sound })).rejects.toThrow();
    await client.chat.postMessage({ channel: 'C1', ...sound });
    expect(simulator.workspace.messages).toHaveLength(2);
  });

  it('has weather, which decides about every call', async () => {
    let turn = 0;
    simulator.setWeather((method) => {
      turn += 1;
      return method === 'chat.postMessage' && turn % 2 === 1 ? { kind: 'error-before', status: 503 } : null;
    });
    const post = () => client.chat.postMessage({ channel: 'C1', ...sound });
    await expect(post()).rejects.toThrow('503');
    await post();
    expect(simulator.workspace.messages).toHaveLength(1);
  });

  it('gives every message a time stamp of its own clock, later than any before', async () => {
    const other = await startSlackSimulator({ clock: () => 1_900_000_000_000 });
    const stamps = Array.from({ length: 3 }, () => other.workspace.nextTs());
    expect(stamps).toEqual(['1900000000.000000', '1900000000.000001', '1900000000.000002']);
    await other.stop();
  });

  it('knows scopes, channels that are gone and the end of an installation', async () => {
    const { workspace } = simulator;
    const post = (channel: string) => client.chat.postMessage({ channel, ...sound });
    workspace.channels.set('C1', 'missing').set('C2', 'archived').set('C3', 'not-joined');
    await expect(post('C1')).rejects.toThrow('channel_not_found');
    await expect(post('C2')).rejects.toThrow('is_archived');
    await post('C3');
    const { unfurl_links: _, unfurl_media: __, ...line } = sound;
    const whisper = (channel: string) => client.apiCall('chat.postEphemeral', { channel, user: 'U1', ...line });
    await expect(whisper('C3')).rejects.toThrow('not_in_channel');
    await expect(whisper('C1')).rejects.toThrow('channel_not_found');
    workspace.scopes = ['chat:write'];
    await expect(post('C3')).rejects.toThrow('not_in_channel');
    workspace.channels.set('C5', 'read-only');
    await expect(post('C5')).rejects.toThrow('restricted_action_read_only_channel');
    await expect(client.conversations.history({ channel: 'C4' })).rejects.toThrow('missing_scope');
    workspace.removed = 'token_revoked';
    await expect(post('C4')).rejects.toThrow('token_revoked');
  });

  it('reads channels and threads back, newest first and in pages', async () => {
    const metadata = { event_type: 'a', event_payload: { key: 'k' } };
    const { ts: root = '' } = await client.chat.postMessage({ channel: 'C1', ...sound, metadata });
    await client.chat.postMessage({ channel: 'C1', ...sound, thread_ts: root });
    for (const _ of [1, 2]) await client.chat.postMessage({ channel: 'C1', ...sound });
    const first = await client.conversations.history({ channel: 'C1', limit: 2, include_all_metadata: true });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.history({ channel: 'C1', limit: 2, cursor, include_all_metadata: true });
    expect(first.messages).toHaveLength(2);
    expect(second.messages).toMatchObject([{ ts: root, metadata }]);
    expect((await client.conversations.replies({ channel: 'C1', ts: root })).messages).toHaveLength(2);
  });

  it('refuses arguments and marks that Slack does not take', async () => {
    const post = (more: object) => client.apiCall('chat.postMessage', { channel: 'C1', ...sound, ...more });
    for (const more of [{ client_msg_id: 'x' }, { metadata: { event_type: 'a' } }, { colour: 'red' }]) {
      await expect(post(more)).rejects.toThrow('invalid_blocks');
    }
    await expect(client.apiCall('chat.postEphemeral', { channel: 'C1', ...content })).rejects.toThrow('invalid_blocks');
    expect([...new Set(simulator.takeProblems())]).toEqual([
      'client_msg_id is no UUID of version 5',
      'metadata has no event_payload',
      'unknown argument colour',
      'a private message to nobody',
    ]);
  });

  it('takes files in three steps', async () => {
    const bytes = Buffer.from('abc');
    const given = { filename: 'a.png', length: bytes.length, alt_txt: 'three letters' };
    const place = await client.apiCall('files.getUploadURLExternal', given);
    const { upload_url: url, file_id: id } = place as unknown as { upload_url: string; file_id: string };
    const complete = () => client.apiCall('files.completeUploadExternal', { files: [{ id }], channel_id: 'C1' });
    await expect(complete()).rejects.toThrow('file_not_found');
    expect(simulator.takeProblems()).toEqual(['a file was completed that did not arrive whole']);
    await fetch(url, { method: 'POST', body: bytes });
    await complete();
    expect(simulator.workspace.files).toMatchObject([{ id, alt: 'three letters', channel: 'C1', thread: null }]);
  });

  it('tells when a connection ends before it acknowledged, and serves the next', async () => {
    const connect = async () => {
      const { url = '' } = await new WebClient(simulator.appToken, {
        slackApiUrl: simulator.apiUrl,
      }).apps.connections.open({});
      return new WebSocket(url);
    };
    for (let turn = 0; turn < 20; turn += 1) {
      const socket = await connect();
      await simulator.sockets.waitFor(1);
      const lost = simulator.sockets.deliver('events_api', {});
      socket.close();
      await expect(lost).rejects.toThrow('before the event was acknowledged');
    }
    await expect(simulator.sockets.deliver('events_api', {})).rejects.toThrow('No connection');
  });

  it('outlives a client that is killed in the middle of a request', async () => {
    const { hostname, port } = new URL(simulator.apiUrl);
    for (let turn = 0; turn < 20; turn += 1) {
      const socket = createConnection(Number(port), hostname);
      await once(socket, 'connect');
      socket.write('POST /api/chat.postMessage HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nchannel=');
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    await client.chat.postMessage({ channel: 'C1', ...sound });
    expect(simulator.workspace.messages).toHaveLength(1);
  });
});
