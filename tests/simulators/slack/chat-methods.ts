import type { Method } from './method.ts';
import { needsScope, refuse } from './method.ts';
import type { Arguments, Workspace } from './workspace.ts';
import { directChannel } from './workspace.ts';

const postArguments = [
  'channel',
  'thread_ts',
  'reply_broadcast',
  'text',
  'blocks',
  'metadata',
  'client_msg_id',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
];

/** chat.* as https://docs.slack.dev/reference/methods has them. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': needsScope('chat:write', (given, { workspace, validator, complain }) => {
    const problems = [...unknown(given, postArguments), ...validator.message(given), ...markProblems(given)];
    if (complain(problems)) return refuse('invalid_blocks');
    const channel = conversation(String(given['channel']));
    const refusal = writeRefusal(workspace, channel);
    if (refusal !== null) return refuse(refusal);
    if (given['thread_ts'] !== undefined && !hasRoot(workspace, channel, String(given['thread_ts']))) {
      const wasThere = workspace.deleted.has(`${channel}/${String(given['thread_ts'])}`);
      if (!wasThere) complain([`thread_ts ${String(given['thread_ts'])} is no message of ${channel}`]);
      return refuse('thread_not_found');
    }
    const ts = workspace.nextTs();
    workspace.messages.push({ channel, ts, payload: given, edits: 0 });
    return { ok: true, channel, ts, message: { ...given, ts, bot_id: 'BBOT' } };
  }),
  'chat.postEphemeral': needsScope('chat:write', (given, { workspace, validator, complain }) => {
    const problems = [
      ...unknown(given, ['channel', 'user', 'thread_ts', 'text', 'blocks']),
      ...validator.message({ ...given, unfurl_links: false, unfurl_media: false }),
      ...(/^[UW]/.test(String(given['user'])) ? [] : ['a private message to nobody']),
    ];
    if (complain(problems)) return refuse('invalid_blocks');
    const channel = String(given['channel']);
    // `chat:write.public` is of no use here.
    const refusal = writeRefusal(workspace, channel, false);
    if (refusal !== null) return refuse(refusal);
    workspace.whispers.push({ channel, user: String(given['user']), payload: given });
    return { ok: true, message_ts: workspace.nextTs() };
  }),
  // It needs no scope.
  'chat.getPermalink': (given, { workspace, complain }) => {
    if (complain(unknown(given, ['channel', 'message_ts']))) return refuse('invalid_arguments');
    const [channel, ts] = [String(given['channel']), String(given['message_ts'])];
    if (workspace.channels.get(channel) === 'missing') return refuse('channel_not_found');
    if (!hasRoot(workspace, channel, ts)) return refuse('message_not_found');
    return { ok: true, channel, permalink: `https://simulated.slack.com/archives/${channel}/p${ts.replace('.', '')}` };
  },
  'chat.update': needsScope('chat:write', (given, { workspace, validator, complain }) => {
    const problems = [
      ...unknown(given, ['channel', 'ts', 'text', 'blocks', 'metadata', 'reply_broadcast']),
      ...validator.message({ ...given, unfurl_links: false, unfurl_media: false }),
    ];
    if (complain(problems)) return refuse('invalid_blocks');
    const channel = String(given['channel']);
    const refusal = writeRefusal(workspace, channel);
    if (refusal !== null) return refuse(refusal);
    const index = workspace.messages.findIndex((message) => message.channel === channel && message.ts === given['ts']);
    const earlier = workspace.messages[index];
    if (earlier === undefined) return refuse('message_not_found');
    // What an edit does not name stays: the thread, the metadata.
    const payload = { ...earlier.payload, ...given };
    workspace.messages[index] = { ...earlier, payload, edits: earlier.edits + 1 };
    return { ok: true, channel, ts: given['ts'], text: given['text'] };
  }),
};

/** A message to a person goes into their conversation with the bot. */
function conversation(channel: string): string {
  return /^[UW]/.test(channel) ? directChannel(channel) : channel;
}

function writeRefusal(workspace: Workspace, channel: string, anywhere = true): string | null {
  const state = workspace.channels.get(channel);
  if (state === 'missing') return 'channel_not_found';
  if (state === 'archived') return 'is_archived';
  if (state === 'read-only') return 'restricted_action_read_only_channel';
  const isOpen = anywhere && workspace.scopes.includes('chat:write.public');
  return state === 'not-joined' && !isOpen ? 'not_in_channel' : null;
}

/** Messages of people are not kept: whatever is older than the simulator can be one of theirs. */
function hasRoot({ messages, began }: Workspace, channel: string, ts: string): boolean {
  return Number(ts) < began || messages.some((message) => message.channel === channel && message.ts === ts);
}

function unknown(given: Arguments, known: readonly string[]): readonly string[] {
  const common = ['token', 'team_id'];
  return Object.keys(given)
    .filter((name) => !known.includes(name) && !common.includes(name))
    .map((name) => `unknown argument ${name}`);
}

/** https://docs.slack.dev/messaging/message-metadata: a name, and an object that is flat. */
function markProblems({ metadata, client_msg_id: id }: Arguments): readonly string[] {
  const problems: string[] = [];
  if (id !== undefined && !/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(String(id)))
    problems.push('client_msg_id is no UUID of version 5');
  if (metadata === undefined) return problems;
  const { event_type: type, event_payload: payload, ...rest } = metadata as Record<string, unknown>;
  if (typeof type !== 'string' || !/^[A-Za-z0-9_.-]{1,255}$/.test(type)) problems.push('metadata has no event_type');
  if (typeof payload !== 'object' || payload === null) problems.push('metadata has no event_payload');
  if (Object.keys(rest).length > 0) problems.push('metadata has unknown properties');
  return problems;
}
