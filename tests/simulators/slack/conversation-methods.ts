import type { Method } from './method.ts';
import { needsScope, refuse } from './method.ts';
import type { Arguments, SimulatedMessage } from './workspace.ts';

const mostOnAPage = 999;

/** conversations.* as https://docs.slack.dev/reference/methods has them: newest first, in pages. */
export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': (given) => ({
    ok: true,
    channel: { id: given['channel'], name: 'general', is_channel: true, is_member: true },
  }),
  'conversations.history': needsScope(historyScope, (given, { workspace }) => {
    const refusal = readRefusal(workspace.channels.get(String(given['channel'])));
    if (refusal !== null) return refuse(refusal);
    const roots = inRange(workspace.messages, given).filter(({ payload }) => payload['thread_ts'] === undefined);
    return page(roots.reverse(), given);
  }),
  'conversations.replies': needsScope(historyScope, (given, { workspace }) => {
    const refusal = readRefusal(workspace.channels.get(String(given['channel'])));
    if (refusal !== null) return refuse(refusal);
    const { ts } = given;
    const own = workspace.messages.filter(({ channel }) => channel === given['channel']);
    const replies = inRange(own, given).filter(({ payload }) => payload['thread_ts'] === ts);
    // The root is always there, however old.
    return page([...own.filter((message) => message.ts === ts), ...replies], given);
  }),
};

/** By the beginning of ids here: C public, G private, D direct. */
function historyScope({ channel }: Arguments): string {
  const kind = String(channel).charAt(0);
  return kind === 'D' ? 'im:history' : kind === 'G' ? 'groups:history' : 'channels:history';
}

function readRefusal(state: string | undefined): string | null {
  if (state === 'missing') return 'channel_not_found';
  return state === 'not-joined' ? 'not_in_channel' : null;
}

function inRange(messages: readonly SimulatedMessage[], { channel, oldest, inclusive }: Arguments): SimulatedMessage[] {
  const from = Number(oldest ?? 0);
  return messages.filter(
    (message) =>
      message.channel === channel && (inclusive === true ? Number(message.ts) >= from : Number(message.ts) > from),
  );
}

function page(messages: readonly SimulatedMessage[], given: Arguments) {
  const limit = Math.min(mostOnAPage, Number(given['limit'] ?? 100));
  const start = Number(given['cursor'] ?? 0);
  const shown = messages.slice(start, start + limit);
  const more = start + limit < messages.length;
  return {
    ok: true,
    has_more: more,
    messages: shown.map(({ ts, payload: { metadata, ...payload } }) => ({
      type: 'message',
      bot_id: 'BBOT',
      ...payload,
      ts,
      ...(given['include_all_metadata'] === true ? { metadata } : {}),
    })),
    response_metadata: { next_cursor: more ? String(start + limit) : '' },
  };
}
